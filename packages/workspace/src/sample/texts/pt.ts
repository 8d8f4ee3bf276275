import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'pt',
  names: ['Rio', 'Serra', 'Seixo', 'Brisa'],
  first: {
    journalistAbroad:
      'Sou jornalista. Tive de sair do meu país no mês passado. A minha autorização aqui acaba em cinco semanas e não posso voltar.',
    landThreatened:
      'Defendemos um rio contra uma mina. Esta semana vieram homens duas vezes à noite a minha casa e perguntaram onde durmo.',
    hiding:
      'Estou a esconder-me em casa de amigos. A minha família e os vizinhos procuram-me desde que sabem de quem gosto.',
    lawyerCharged:
      'Sou advogada de pessoas presas. Na segunda-feira abriram um processo contra mim. A audiência é daqui a três semanas.',
    familyWithChildren:
      'Tenho um pequeno centro de mulheres. Depois da última ameaça saí de casa com os meus três filhos. Precisamos de um lugar para os quatro.',
    respite:
      'Faço este trabalho há nove anos e já não durmo. Gostaria de descansar umas semanas e depois continuar.',
    forColleague: 'Escrevo por uma colega. Foi levada do escritório esta manhã. Não sabemos onde está.',
    followedAbroad: 'Vivo fora há dois anos. Agora visitam os meus pais e perguntam pela minha morada.',
    equipmentTaken:
      'Tiraram-me a câmara, o computador e o telefone. Sem isso não posso trabalhar nem falar com as minhas fontes.',
    phoneWatched: 'Acho que alguém lê as minhas mensagens. Há quem saiba coisas que contei só a uma pessoa.',
    notForUs: 'Quero trabalhar na Europa. Podem enviar-me um convite e um visto?',
  },
  more: [
    'Hoje o mesmo carro da semana passada estava outra vez à frente da casa.',
    'Posso viajar. O meu passaporte vale até ao próximo ano.',
    'Tenho um lugar para duas noites. Depois não sei.',
    'Por favor, não liguem para o meu número antigo. Já não o tenho.',
  ],
  thanks: 'Obrigado. Ajuda saber que alguém lê isto.',
  answer: 'Obrigado por escrever. Lemos e respondemos aqui. Você decide o que quer contar.',
  question: 'Podemos perguntar: o lugar onde dorme hoje é seguro? Em que país está agora?',
  sorry:
    'Lamentamos: não podemos fazer isto. Em baixo há outros que talvez possam. Pode escrever aqui de novo se algo mudar.',
};
