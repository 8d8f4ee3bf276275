import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, 'pt-2'.
 */
const WORDS = `
abacaxi abaixo abalar abastecer abelha aberto abóbora abonar abotoar abranger abreviado abril
absorver abundar acadêmico açafrão açaí acalmar acampado acaso aceitar acelerar acender acerola
acessório acetona achar acidez acima aclive aço acolhida acomodar aconchego acordar acostumar
acréscimo açúcar acúmulo acústica adaptado adega adequar aderir adeus adiante adição adivinha adoçar
adormecer adubo adulto aeroporto afagar afastar afazeres afeição afeto afiado afinal afirmado afixar
aflorar afluxo afrouxar agachar agarrado agasalho agência agitado agradar agregado agrião agrupar
aguaceiro águia agulha aipim aipo ajardinar ajeitado ajoelhar ajudar ajuntar alagado alameda alargar
alavanca albufeira alcançar alcova alcunha aldeia alecrim alegoria alérgico alface alfinete
algarismo algodão alguém alheio alho aliás alicerce alinhar alisar alívio almanaque almejar almíscar
almofada alojar alongar alpendre alpinista alqueire altivo aludir alugar alumínio aluno alusão
alvorada alvura amaciar amadurar amalgama amanhecer amarelo amassar amável ambição ambos ambrosia
ameixa amêndoa amido amigável amistoso amizade amoldar amontoar amora amostra amparo ampliar ampola
ampulheta amuado anágua analisar ancestral anchova ancinho âncora andar andorinha anedota anelar
anêmona anexo anfitrião angra anil animado anoitecer anotado anteontem antigo anual anunciar anzol
apagador apaixonar apalpar aparelho apaziguar apegado apelido apertar apesar apetite apinhado apito
aplauso aplicado apogeu apoiar apólice apontar aposento aprazível aprender aproximar aprumo aptidão
apurar aquarela aquecer aquilo arame arara araucária arbitrar arborizar arcaico ardente ardósia
areal arejar arenoso aresta argamassa argila argolinha arguto arisco arlequim armazém arminho
aromático arquivo arraia arredio arribar arrojado arrumar artesão artista árvore asfaltar aspargo
aspereza aspirina assado assento assinar assoalho assumir asteroide astronave astuto atalho atapetar
atarefado atencioso aterro atiçar atingir atitude atleta atômico atônito ator atrair atribuir
atualizar atum aturdido áurea ausente autonomia auxiliar avaliar avançar aveia aveludado avental
averiguar avesso avião avoado avulso azaleia azedo azeite azulado babado babosa bacia badalo bafo
bagagem bagre bagunça bailarina bainha bairro baixinho bajular balança balbuciar balcão baleeiro
baliza bambolê bananeira bancada bandolim bangalô banheiro banquinho baquete baralho barbeiro
barcaça bardo barqueiro barranco basalto bastão batata batedor batuque baú baunilha bazar bebedouro
bebida bedelho bege beira beisebol beleza beliche benefício benigno berço bergamota berinjela berrar
besouro beterraba bétula bezerro bibelô bicampeão bife bifocal bifurcado bigode bilhete bimestral
binóculo biografia bioma bisavó biscoito bisnaga bisturi bitola bloco bloqueio bobina bocejo
bochecha bodas boiar bolacha boletim bolinho bolo bolsa bom bombeiro bonança bondade boneca borbulha
bordão borracha bosquejo bote boticário bovino braço bradar brancura brasão bravura brejo breque
brevidade brilhante brinco brio brita broa brócolis broinha bromélia broto brumoso bucha bucólico
búfalo bugiganga bulboso bule bulício burilar burrinho busca bússola butique buzina cabana cabelo
cabide cabotagem cabrito cacau cachecol cacimba cacto caçula cadarço cadeira cafeteira caiaque
caimento cais caixa cajá cajueiro calafetar calçada calhau calibre calmo caloria camada cambalear
caminhão camomila campainha camurça canavial canção candeia caneca canguru caniço canjica cansativo
canteiro capacho capim capricho cápsula captar capulana caqui carambola carbono cardápio carente
carga caridade carneiro caroço carpete carrinho carteira carvalho casaco casca caseiro casinha
castanha casulo catavento catorze catraca caule causa cauteloso cavalo cebola ceder cedilha cedo
cédula cegonha ceia ceifar celeiro celofane celular cenário cenoura censo centeio ceramista cercado
cereja cerne ceroula certeza cervo cerzir cestinha cetim céu cevada chá chácara chafariz chaleira
chaminé chanfrar chapéu charada chato chave chegar cheiro chiado chicória chinelo chique chocalho
choupana chover chuchu chumaço churrasco chuteira chuveiro ciclista cidade ciente cifrado cílio cimo
cinéfilo cinquenta cinto cinza cipreste circo cisma citar cítrico claro cláusula clavícula clientela
clínico clipe clorar clube coador coala coberto cobrir cocada cócegas cocheira codorna coentro
coerente coesão cogitar cogumelo coincidir coisa colar colchão colete colher colmeia coluna comadre
comboio começar cominho comover compasso comum conceito conduzir conexão conforto congelado conjugar
construir contente convidado cópia copo coqueiro coração cordeiro coreto coriza corneta coroa
corredor cortiça coruja costurar cotovelo couve cozer cozinha crachá crase cravo crédito creme
crepom crescer criança crina crochê crosta cubículo cuidadoso culinária cumeeira cumprir cunhado
curau curral cursar curto curva cuscuz cutícula dádiva daltônico dança datar debaixo debruçar
decalque decência decidir declive decolar dedilhar dedução defeito definir defronte degelo degrau
degustar deixar delicado demais demorar densidade dente depois depressa derivar derreter desabar
desbotar descer desdobrar deserto desfazer desgaste desligar despejar destinar desvio detalhe
devagar dever devolução dez dezembro dezoito diafragma dialeto diamante diarista dica dietético
difusão digitar dilatar diluído dimensão dinamismo diplomado dique direito dirigir dissolver
distância ditado ditongo diverso divisão divulgado dizer doar dobradiça docente doçura dois domador
domicílio donativo doninha dono dormente dourado doutor doze dragão dreno driblar dublar dupla
duradouro dúvida dúzia ebulição eclusa ecoar economia edificar editar edredom educação efetivo
efusão elaborado elástico elegante elemento elenco elevador elixir elogiar emanar embalar embornal
embrulho embutir emenda emergir emissora emoção empada empenho empilhar emprestar encanador encher
encosta encurtar endereço endívia energia enfaixar enfeite enfiar engano engenho engolir engraxar
enjoar enlatar enluarado enquanto enredar enrolar ensaio enseada ensinar ensopado entalhe entender
entidade entortar entrada entulho envio envolto enxada enxergar enxoval enxugar episódio equador
equipar erguer erosão errante ervilha esboço escada escova escrita escutar esfirra esforço esfregar
esgotar esguicho esmaltar esmeralda esmiuçar espaço espelho espinafre esporte esquilo essência
estábulo esteira estiagem estojo estreito estudar esvaziar esverdear euforia evaporar eventual
evitável evoluir exagero exalar exame exato exceder excursão exemplo exercer exibir exigente exímio
explorar expor exterior extraviar fabricar fabuloso faceiro fachadas fada fagote fagulhar faiança
faisão faixinha falar falésia fandango fantoche faqueiro farelo farinha farofa farrapo fartura
fascínio fatia fato fauna favorito faxina fazer fechadura feijão feirante feitio feixe felicitar
feltro fênix feno feriado fermento ferreiro ferver festa fevereiro fiapo fibroso ficar ficção ficha
fiel figurino filamento fileira filhote filial filme filtrar finalista fineza fiorde firmar fisgar
fissura fita fivela flamejar flanela flautim flexível flocos floresta fluente fluidez flúor flutuar
fluvial focinho fofo fofura fogão fogueira folclore fôlego folga folheto fone fontanela formiga
forno forquilha forrar forte fração framboesa fraternal frear freguês freio frente frequente fresco
frisar fronha frota frouxo fruteira fubá fuligem função fundição funil furadeira furo futebol
gabarito gabinete gado gaiola gaivota galante galeto galpão gancho gangorra ganhar garagem garça
garfo garoto garrafa garupa gasóleo gastador gatinho gaveta gazela geada geladeira geleia gelo gêmeo
gengibre genro gentil geógrafo geólogo geração gergelim gerúndio gesso gibi gigantão ginásio gincana
ginga girassol gíria giz glicose global glória glossário goela goiaba golaço gole golfinho gomoso
gorjeta gostar goteira gracejo gradear grama granja grão grasnar gratidão graúdo graviola grelha
grilo grinalda grotão grude grumixama grupo guache guaiaca guaraná guelra guincho guisado guizo
guloso habitar harmonia harpa haste haver hectare hélio hematita hera herbívoro herói hesitar
hexagonal hibisco hidratar hífen hipismo histórico hoje holofote hortelã hóspede humanista humildade
humorista iate ideia ignorado igualar ilhéu iluminado ímã imagem imediato imenso imersão imitação
imóvel impasse impelir impressão impulsão inalar incentivo inchar inclinar incolor indagar indicar
indústria inflável informar infusão ingênuo inhame inicial inovar inscrever inseto insônia inspirar
instalar inteiro intuição inundar inverno invisível iodo ioga iogurte irmão irradiado irrigar isca
isento isolar isopor jaborandi jabuti jacarandá jaleco jambo janela jangada jantar jaqueta jarda
jargão jasmim javali jazida jeito jenipapo jiboia jiló jipe joalheiro joaninha joelho jogar jogo
joia jornal jovem jubileu junho junta justo juventude labirinto laçada lacrar lactose lacuna
ladrilho lagarta lagoa lajota lamacento lambari lâmpada lanche lanterna lapela lápis laranja lareira
largada lasanha lascar laticínio lavatório lavoura lavrador lealdade leão lebre legado legenda
legível leilão leite lembrar leme lençol lenda lentilha lépido leque ler letivo letreiro levar
levedura lhama licença licoreira liderança ligeiro lilás limão limitar limoeiro limpar língua linho
lírico listrado literário livro lixa lixeira lóbulo locar locutor logotipo loja lojista lombada
longe lontra losango louceiro louro lousa lúdico lugarejo luminária luneta lustrar luva luxo luzir
maçaneta macela macieira madeixa madrugada mãe maestria mágico magma maio mala maloca mamona mancal
mandioca manejar mangueira manhã manobra manso manteiga manusear mapear maquiagem maracujá março
maresia marfim margem marionete mármore marquise marreta martelo marulho massa mastigar materno
matinal matriz maxixe mealheiro mecânica mecha medalha médio meigo mel melão melhor melodioso membro
memorial mencionar menino mensagem mentol mercearia merenda mergulhar meridiano mesada mesclar
mesinha mestre metade metódico mexer mexilhão miado miçanga migalha milho mímica mindinho minério
mingau minúsculo miolo miosótis miragem misturar miudeza mobília mocidade modesto moeda mogno moinho
moita moldura molécula molhado monitora monótono montanha moqueca morango morro mosaicos mostarda
motivar motorista móveis muçarela mudança mugido muito multidão mundial muralha murcho murmúrio
murta muscular museu musgoso músico mutirão mútuo nadador nanquim narina narrador nascente natação
nativo natureza náutico navio neblinar negativo nervura nêspera nevasca neve névoa nhoque ninar
ninguém nitidez nivelar noção nódulo noite nomear nordeste nortear nosso notar noticiar noturno
novelo novidade novo noz nublado nulidade numeral nutrir nuvem obelisco objetivo oblíquo obter
ocasião oceânico ocidente ocioso óculos ocupado odorífero oferecer ofício ofuscar oitavo oitenta
oitiva oito olaria oleado oleiro oleoso olhar oliveira ombro omelete omoplata onça ondinha ônibus
ontem onze opção opinião oportuno oposto optar ópticas orador orbe ordenar organista orgulho
orifício origem orla ornar orquestra orvalho oscilar ostentar ostreira otimismo ouriço outeiro
outono outrora outubro ouvido ovacionar ovelha oxigênio pacato paçoca pactuar padrão pagar pai paina
paiol paisagem pajem palavra palestra palhaço palito palmeira palpite pamonha pâncreas pandeiro
panelada panqueca pântano papagaio papelão paquera parafuso parceiro pardal parede parreira
partilhar pasmar passear pastilha patamar patente patim pauta pavão pavilhão pecuária pedaço pedra
peixaria pelagem película pelúcia pendurar peneira pensão penugem perceber perene perfeito pergunta
perícia pérola perto pesca pesquisa pêssego pétala peteca petisco piaçava piada pianista piar
picadinho picles picolé pigarro pilão pilha pimenta pinça pinguim pinheiro pintor pipoca pirâmide
pires pirueta piso pitanga plácido plaino planalto plateia pleno plissado plumagem poço poder poeira
poesia polegar polido polpa poltrona poluir polvilho pomar ponderar ponte população porão porcelana
poroso porta posição possível postiço potável potro poupança pousar povoado pracinha pradaria praia
prancha prato preciso prédio prefácio preguiça prelúdio premiar prensa preparo presunto prezado
primeiro problema procurar produto proeza professor progresso projeto prolongar promessa pronúncia
propor proteína provar psiu puçá pudim pular pulmão pulo pulseira pureza puxador quadro qualidade
quantia quarto quase quati quebrar queda queijo quermesse questão quiabo quieta quilate quimono
quintal quiosque quitanda quociente quota rabanete rabisco racional raiar ralador ramal ranhura
rapadura rapidez raposa rascunho raspar rasteiro razão reação realçar rebanho rebento rebocar
rebuçado recanto receita recheio recife reclamar recolher recreação recuo redator rédea redondeza
reduzir refeição reflexo reforço regador região régua relampear relevo relógio relva remada remendar
rendeira renovado reparar repente repolho represa requeijão reserva resfriado resmungo resposta
resto resumo retalho retirar retratar reunião revezar revoada riacho ribalta ribeiro rimado ripa
riscar risonho robalo robustez rocambole rochedo rodapé rodízio rodopio rolha rolimã romântico
roncar ronrom roseira rosnar roteiro rótulo roupão rouxinol roxo rua rubi ruborizar rubrica rumo
sabão saber sabiá sabonete sacola sacudir sadio safira saga saguão saibro saída sair salada saleiro
salgueiro saliência salmão salobro salpicar saltitar salva samambaia samburá sanar sandália sanfona
sapato sapoti saquinho sarau sardinha sarjeta saudar savana saxofone sazonal seção século sede
segunda seiva seixo selar seleção semáforo semblante semente sempre sensação sentir separado
sequilho seresta sério serra servente sessenta setembro setor sexta sibilar sigla sílaba silhueta
simples sinal sineta sinfônico singelo sino sintonia sistêmico situação soalho sobretudo sociável
sofazinho sogra soleira solteiro solução soma sombrinha sonata sondagem soneto sonhar sonolento
soprar sorriso sortido sorvete sossego sótão sovela suar suavidade subida sublinhar sucesso suco
sudeste sugestão sul sumário superior suporte surfe suspender sussurro tabelião tablado tábua taça
tacho tagarela talão talher talismã tâmara tamborim tampa tangerina tanto tapeceiro tapioca taquara
tardio tarefa tarimba tartaruga tatame tatear tatu taxista tchau tear tecelão tecido teclado técnico
teimoso telefone telhado temático temperar tentar teórico terça terminar terno terraço tesoura teste
teto tetra têxtil tigela tigrado tijolo tímpano tinido tintura tio tira titular toalha tocador tocha
toicinho tolerante tomada tomilho tonel tônica topázio topete torcida tordo torneira torrada tostão
touca trabalhar traçado tradutor tráfego trajeto tramela tranca trapézio trator travessa trazer
treino treliça tremoço trena trevo treze triagem tricô trigueiro trilha trinta triplo triturar troca
troféu trompete trovão truque truta tubular tucano tulha tulipa turbina turista turma turvo tutor
umbigo umidade unicórnio unido universal untar urbanista urdir urso usina utilidade uvas vagão
vaivém valente valor valsa vantagem varal varejo variedade varrer várzea vasculhar vasilha vaso
vassoura vegetação veículo vela velejar velocista veludo vendaval veneziana vento verão verbal
verdura verificar vermelho verniz versátil vértice vestuário viaduto viagem viajante vibração viçoso
videira vidro vigoroso vilarejo vime vinagrete vincar vindima vinha vinte violão vir virada vírgula
virtude visão visitante visor vista vitrola vivaz viver vizinho vocábulo vogal voleio voltar volúvel
vontade voo vozerio vulcão vultoso xadrez xale xampu xarope xepa xerém xícara xilofone zabumba
zagueiro zangão zelador zênite zepelim zinco zíper zumbido zunir
`;

export const list: WordList = {
  id: 'pt-1',
  language: 'pt',
  words: WORDS.trim().split(/\s+/),
  prefixLength: 4,
  readByNativeSpeaker: false,
};
