import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, 'es-2'.
 */
const WORDS = `
abanico abdomen abeja abeto ablandar abono abordar abreviar abrigo absorber abuela abundante
academia acampar acceder aceite acelga aceptar acequia acero ácido aclarar acoger acompañar
aconsejar acordeón acostar acróbata actitud acuarela acudir acuerdo adaptar adecuar adelante ademán
adentro aderezo adiós adivinar adjetivo adjunto admirar adobe adorno adquirir adular adverbio aéreo
afán afecto afilar afirmar aflojar afluente afuera agalla agarrar agenda ágil agitar aglomerar
agosto agradable agregar agrio aguacate aguja ahorrar aislar ajedrez ajustar alabar álamo albahaca
albergue alcachofa alce alcoba aldaba aldea alegre alejar aleta alfabeto alfiler alfombra alga
álgebra algodón alhaja alhelí aliado alicate aligerar alimento aliviar almacén almendra almíbar
almohada almuerzo alondra alpaca alquilar altavoz altura alubia alumno amable amanecer amarillo
amasar ámbar ambiente ameno amigo amistad amor amplio amueblar añadir análisis anaquel ancho ancla
andamio andén anécdota añejo anfibio ángulo anhelo anillo animar anotar antena antiguo antojo
anuncio anzuelo apacible apagar aparecer apear apellido apenas aperitivo apetito apicultor apio
aplaudir aplicar apodo apogeo aporte apoyar aprendiz apuntar aquí arado arándano árbitro árbol
arbusto arcada archivo arcoíris ardilla arduo arenal arete argolla arista armario armonía aroma
arrastrar arrecife arriba arroz arruga artesano artículo asamblea asar ascensor asfalto asiduo
asiento asignar asistir asociar asomar aspa áspero aspirar astro asunto atajo atalaya atardecer
atento aterrizar ático atlas átomo atreverse atuendo atún audaz audífono auge aula aumento aureola
auténtico autor avanzar avellana avena avería avestruz avidez avión avisar ayer ayudar ayuno
azabache azada azafrán azotea azucarero azulejo bacalao bachiller bagaje bahía baile bajar balanza
balde balneario balón bálsamo bambú banco bandeja bañera bañista banquete baqueta baraja barbero
barcaza barítono barniz barquillo barro barullo báscula bastidor batán batidora baúl bayeta beber
beca becerro begonia beige béisbol bejuco belleza berenjena besar besugo betún biberón bicicleta
bidón bienestar bifurcar bigote billetera bimestre biología biombo birrete bisagra bisel bisonte
bistec bizcocho blando blindar bloc bloque blusa bocado bochorno boda bodega bohío boina boleto
bolígrafo bollería bolsillo bombilla bonanza bonito boquilla bordado borla borrar bosque bostezar
botánica botella botica botón bóveda bracear brasero brazo brebaje brécol breve brezal bricolaje
brillante brisa brocha bronce broquel brotar brújula bruma brusco bucear bucle budín bueno bufanda
bufet búho bujía bulbo bulevar bulla buñuelo buque burbuja burlete buscar busto butaca buzón caballo
cabeza cabina cacao cacerola cachorro cafetera caimán cajero cajita cajón calabaza calcetín caldo
calentar caliente callado calma calor camarero cambiar camello camisa campana canasta canción candil
canela cangrejo canica canoa cansado cantante caoba capaz capítulo capullo caramelo cardumen carey
cargar cariño carmín carnaval carpa carreta cartera casa cascada caseta casilla castaño catálogo
catorce caucho caudal cautela cavar caverna cazuela cebada cebolla cebra cedro celeste celosía
célula cemento cenar cencerro cenefa centavo cepillo cerámica cercano cereza cerilla cernir
cerradura césped cesta chacra chafar chaleco champiñón chándal chapa chaqueta charlar chasquido
cheque chicle chillido chimenea chinela chispa chocolate chofer chorro choza chubasco chuleta ciclón
ciempiés ciencia ciervo cifra cigarra cigüeña cilantro cilindro cimiento cinco cinturón ciprés
círculo ciruela cisne cisterna ciudad clarinete clase clavija clima clínica clorofila cobertor
cobija cobrar cochera cocina codera codorniz coexistir cofre cojín colador colchón colegio coliflor
collar colmena colocar columpio combinar comedor comino cómodo compañero común concepto confiar
congelar conífera conjunto conocer conseguir contento convenio copiar copla coqueto corazón corbata
corcho cordero córnea corola correr cortina corzo cosecha cosido cosmos costura cotidiano cotorra
crear crecer creíble crema criba crin crisálida cromo crónica croqueta crucero crudo crujir cruzar
cuadro cuajar cualidad cuarto cubeta cubierta cubrir cuchara cucurucho cuento cuero cueva cuidar
cultivar cumbre cúmulo cuñado cúpula curioso curtir cúspide cutis danza dar dátil debajo débil
década décimo declarar decorar dedal dedicar dedo deducir defecto dejar delantal deleite delfín
delgado delicioso delta demora denso dentista depósito derecho derretir desayuno descanso deseo
desierto desnivel despertar destino desván detalle detener devanar devolver diadema diagrama
dialecto diámetro diapasón diario dibujo diciembre dictado diente dieta diez diferente difícil digno
dilema diluir dimensión dinamo dinero dintel diploma diptongo dirección disco diseño disfraz
disponer distinto diurno divertir dividir divulgar doblar docena dócil documento domar domingo
dormir dorso dosel dramático ducha dulce dulzura duna dúo duplicar durazno ébano echar eclipse
ecología edad edición edificio educar eficaz efímero eje ejemplo ejercicio ejote elaborar elección
elefante elegir elevar eliminar elogio eludir embalse emblema embudo emerger emisora emoción
empanada empezar emplear empresa empujar emular encaje encender enchufe encima encontrar encuentro
endulzar enero enfermera enfoque engordar engranaje enhebrar enigma enjambre enlace enmarcar enorme
enredo enrollar ensalada enseñar entrar enunciar envase enviar envolver epílogo época equipaje
erguir erizo erudito esbelto escalera escenario esclusa escoba escritura escuela esencia esfera
esfuerzo eslabón esmalte esmero espátula espejo espinaca esponja espuma esquina estante estirar
estofado estrecho estufa etapa eterno etiqueta eucalipto evaluar evento evidente evitar evocar
exacto exagerar excavar excelente excursión exhibir exigir éxito exótico expandir experto explicar
exponer expreso extenso fábrica fábula fachada fácil factor faena faisán faja falda faltar familia
famoso fanfarria fantasía farmacia farol fascinar fase favor febrero fecha feliz felpa fenómeno
feria fértil festejo fiambre fibra fideo fieltro fiesta figura fijador filete filigrana finalizar
finca fino firme física flamenco flauta fleco flequillo flexible florero flotar fluido flujo foco
fogata fogón folio folleto fondo fonética formar forraje fortuna fósforo fósil fracción frágil
frambuesa franela frasco fraterno fregona freír freno fresa frijol frío frondoso fruta fuerte fulgor
función fundar furgón fusible fútbol futuro gabardina gacela gafas gaita gajo galaxia galeón galgo
galleta galope gamba ganar ganchillo ganso garaje garbanzo gardenia garza gasolina gastar gatear
gatito gaviota gelatina gemelo generoso genio gente geología geometría geranio gerente germinar
gesto gigante gimnasia girasol glaciar globo glosario glotón goleta golfo goloso goma góndola gorjeo
gorro gótico gozar grabar gracioso gradas gráfico gramática granero grapa gratis gravedad graznar
grieta grifo grillo grosella grúa grulla grumo guacamayo guante guapo guardar guayaba guía guijarro
guinda guión guirnalda guisante guitarra gustoso haber hábil hablar hada halagar hálito halo hamaca
hangar harina harto hatillo hazaña hebilla héctarea helado helecho hélice heno herbario hermana
héroe herrero hervir hexágono hiedra hielo hierro higiene higuera hilandero hilera hinchar hinojo
historia hogar hojaldre hojear holgado hombro homenaje honesto honor horario horchata horizonte
hormiga horno hortaliza hostal hoyo hueco huella huerto huésped hule humano humedad humilde huso
ícono ideal idéntico idilio idioma iglú ignorar iguana iluminar ilusión imaginar imán imitar impar
imprimir impulso inaugurar incluir incubar índice inédito infancia infinito informe infusión
ingeniero ingresar inicio injerto inmenso inocente inquieto insecto insistir instante intentar
intuir invento invierno irradiar isla isleño istmo izquierdo jabalí jabón jaiba jalea jamás jarabe
jardinero jarra jaspe jaulón jengibre jerarquía jersey jícara jilguero jinete jirafa jirón jocoso
jolgorio jornada jota joven jovial joyero jubilar jueves jugar jugo juguete jungla junio juntar
juventud kayak kilómetro kimono kiosco koala laberinto labio labrar laca lactosa ladera ladrillo
lagarto laguna laminar lámpara langosta lanzar lápiz largo laringe lasaña látex latitud laúd laurel
lavadora lazo leal lechuga lectura leer legumbre lejano lema lengua lenteja leopardo letra levadura
leve léxico leyenda liana libélula libro licencia licuadora líder liebre lienzo liga ligero lijar
límite limón limpio lince lindo línea linterna líquido lírica listo litera litoral llama llanura
llave llegar lleno llovizna lluvia loción lodazal lodo lógica lograr lombriz lona loncha longitud
lote lozano lubina lucir luego luminoso lunes lupa lustre macarrón maceta machacar macizo madeja
madrugar maduro maestro magia magnífico mago maizal maleza mamífero mamut manada mancha mandarina
manecilla manguera manija manojo manta manzana mapache máquina maracuyá marchar marea marfil margen
marinero mármol marrón martes marzo masaje máscara mástil materia matiz matorral máximo mayor
mazapán mazorca mecánico mecedora mechón medalla mediodía medusa mejilla mejor melena mellizo
melodía membrillo memoria menguar mensaje menudo mercado merengue merienda mermelada mesa mesero
mesita mesón metálico método metro mezclar miembro miércoles migaja mijo mil milagro milla mimbre
mimosa mineral mínimo minuto mirar mirto mitad mitón mochila moderno modista módulo mojar molde
molinero momento monedero montaña monzón morado mordisco morral mortero mosaico mostaza motivo moto
mover móvil muchacho mudar muelle mujer muleta mullido mundo muñeca muralla murmullo músculo musgo
música mustio nadar naipe ñandú naranja nariz narrar natación natilla natural náutica naval navegar
neblina necesitar nectarina negocio nenúfar neón nervio neutro nevado nevera nicho nido niebla nieto
nieve niñez nítido nítrico nivel nobleza noche nocturno nogal nombrar norma norte nostalgia noticia
novato noventa noviembre nube núcleo nudillo nuera nuevo nuez nulo número nunca nutria oasis
obertura objeto oblicuo oboe obra observar obstáculo obtener ocasión océano ochenta ocho ocre octavo
octubre ocupar odisea oeste oficina ofrecer ogro oír ojal ojeador ojera oleaje oler olfato olivo
olla olmo olvidar ombligo omitir ondular onza opaco opción operar opinar óptica orca ordenado
orégano orfebre organizar orgullo oriente origen orilla ornato orquídea ortiga oruga oscuro osezno
oso ostra otear otoño otorgar ovalado oveja ovillo oyente pabellón paciente pacto padre paella
página paisaje palabra palco palmera pan panal pandereta panorama panqueque pantera pañuelo papagayo
papel papilla paquete paraguas parcela pardo pared párpado parque parrilla parte párvulo pasas
pasear pasillo paso pastel patata patio pausa pautar payaso peatón pecera pedazo pedir pegamento
peine pelaje peldaño pelícano pelota peluquero penacho pendiente península pensar peonía pepita
pequeño pera percha perdiz perejil perfecto pergamino periódico persiana pesado pescador pestaña
pétalo pez pezuña picar piel pigmento pijama piloto pimentón pimienta pimpón piña pincel pingüino
pintura pinzas piragua piscina pistacho pizarra pizca plancha plástico plato playa pliegue plomero
pluma plural población poema polen polilla polluelo pomada pomelo pompa poncho poner pontón popote
porche portal posible postre potaje potrero pozo practicar pradera precioso preferir pregunta premio
prenda preparar prestar primavera principio prisma privado probar producto profesor programa prólogo
promesa pronto propio prosa provecho próximo prudente prueba público puchero pueblo puente puerta
pulcro pulgar pulir pulmón pulpo pulsera punto punzón pupila puro púrpura puzle quedar querer queso
quetzal quieto quilla química quince quiosco quitar quizá rábano racha racimo radiador ráfaga raíz
rallador rambla ramillete ramo rampa rana rango ranura rápido rascar rastrillo razón reacción
rebanada rebozo recado receta rechazar recibir recoger recreo recto red redondo reflejo refresco
regadera registro regla rehacer relámpago relieve relleno reloj remar remedio remolacha renacuajo
rendija renglón renovar renta repartir repetir repisa repollo reptil repuesto requesón resbalar
resina resorte respuesta resumen retablo retoño retrato reunir revista revuelo riachuelo ribera
ricota riego rienda rifa riñón ristra ritmo rizar roble robusto rodar rodeo rodillo roedor rojo
rombo romero rosado rosca rosquilla rostro rotonda rotulador rozadura rubio rubor rueca rugir
ruiseñor rumba rústico rutina sábana sabor sabroso sacar sal salero salir salsa salto saludo salvia
sandía sanear sano sardina sarga sartén sastre satélite satín saxofón sazonar secadora sección seco
secuoya seda sedería sedoso segar segmento segundo seis sello selva semana sembrar semestre semilla
sémola señal sencillo sendero sensato sentar separar sepia séptimo sereno serie serrucho servicio
sésamo sesenta severo siembra siete sifón sigiloso siglo silbar silencio sillón silueta silvestre
símbolo símil sincero sinfonía singular sirena sirope sistema sitio situar sobre socio sofrito
solapa soleado solicitud solomillo soltar solución sombrero someter sonar sonda sonido sonoro
sonrisa sopa sopera soplar soporte soprano sorbete sorteo sosiego sótano suave subasta subir sublime
subsuelo suceso suculento suegra suelo suéter sufijo sugerir sujetar sumar sumergir superar suponer
surco surgir surtido suspiro sustancia susurro sutil tabique tabla taburete taladro talento tallo
talud tamarindo tambor tangente tapar tapete tapia tapón tarde tarima tarjeta tarta tatami taza
teatro techo tecla técnica teja tejer tejido telar telón temprano tenaz tendedero tenedor tenis
tensión tentáculo teoría terapia tercio termo ternura terraza tertulia tesoro tetera texto tía tiara
tibio tiempo tierno tigre tijera tilde timbal tímido tinaja tinta tiovivo típico tirante tirita
títere título tizne toalla tobogán tocar todavía toldo tolerar tomatera tómbola tomillo tonada
tonelada tónico topacio topo toril tormenta tornillo toronja torre tortilla tostadora trabajar
tractor traductor traer tragar traje trama tranvía trapo travieso trébol trece treinta trenzar
trepar tres triángulo triciclo trigo trillar trineo tripa trofeo trompeta tronco tropical trozo
trucha trueno trufa tubería tubo tucán tuerca tulipán túnel túnica tupido turbio turismo turno
turquesa turrón ubicar último ultramar umbral unánime ungüento único unidad uniforme unir unísono
universo uno urbano urraca usanza utensilio uva vacación vado vagar vagón vaguada vaina vaivén
vajilla valer validez valle vals válvula vanidad vaporoso vaquero variado vasto vecino vega vegetal
vehículo veinte velador velero veloz vendedor ventana ver verano verbena verde vereda verja verso
vestido viaducto viajar vibrar vicuña vida vidrio viento viernes vigor vilano vinagre viñedo virtud
visita víspera vistazo vitamina vitral viveza vivir vivo vocablo volante volcar voleibol voltaje
volumen volver voraz vuelta yacer yate yerno yeso yoga yogur yuca yunque yunta zafiro zaga zaguán
zambullir zanahoria zancada zanja zapato zarcillo zarpar zigzag zócalo zoológico zorzal zumbar zumo
zurcir
`;

export const list: WordList = {
  id: 'es-1',
  language: 'es',
  words: WORDS.trim().split(/\s+/),
  prefixLength: 4,
  readByNativeSpeaker: false,
};
