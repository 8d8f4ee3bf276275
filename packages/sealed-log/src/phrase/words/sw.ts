import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, 'sw-2'.
 */
const WORDS = `
abiria achia ada adhimisha adilisha adimu afadhali afisi agiza agosti ahadi ahirisha ahueni aina
ainisha aiskrimu ajabu ajenda ajiri akademia akaunti akiba akili alama albamu alfajiri alhamisi
alisha aljebra ambao ambia ambulensi amka amsha andamana andika angalia anwani anza anzisha aprili
aproni aridhi arifa arobaini asali asante asidi asteroidi asubuhi asumini atamia athiri atlasi atomu
avya azizi baadaye babaika badala badili bado bagua baini baiskeli bajeti bakiza bakshishi bakuli
balbu balozi bambo bamia bandari bangili banika barafuni baridi basata bashasha basi bata batiki
bawaba bayana beba bebesha bedui begi behewa bembeleza benchi benki berege beseni betri biashara
bibi bichi bidii bilauri bima binadamu bingirika biolojia birika biryani bishana bisibisi biskuti
bivu bizari bizimu blanketi blauzi bluu bodaboda boflo boga boji boksi bomba bonasi bonde bonyea
boresha boriti botea breki bubujika bugia bukini buli bundi burashi burudika busati bustanini butu
bwaga bweka bweni chachu chaguo chakacha chamba chapisha chargi chati chavua chaza chechea chelewa
chemchemi chenza cheo chepe cherahani chetu chewa chezea chibuka chicha chilia chimbua chipukia
chiririka chokoleti chombo chongoka chopoka choroko chosha chotea chovya chuana chuchumia chuguu
chujio chukuana chuli chumvi chupuka chuuza daftari dakia dalili dama dampo danadana dansi darasa
darizi darubini dashi dau dawati dazani debe demka dengu dereva desturi dhahabu dhaifu dhamana dhana
dharura dhibiti dhihiri dhoruba dibaji didimia digidigi digrii dimbwi dinari dinda dira dirishani
disemba dizaini dizeli dobi dodosa dohani dokeza dolfini dona dondoa dosari dotia droo duara dukani
dukua dumisha dumu dunga edita egama egemea egesha ekari ekseli ekzosi elea elekeza elfu elimu
embamba endapo endesha eneo eneza enga enyewe epuka epusha erevuka eupe ezeko ezua faa fafanua fagia
fahamisha faida falaki falsafa fanaka fanicha fanusi fanyiza faragha fariki faru fasaha fashini
fasili faulu februari fedha fenesi feri feta fidla fifia fikiri filamu filimbi filosofia finyanga
fito fizikia flaski fleti fola foleni fomu forodha fotokopi fremu friji fuata fufua fukiza fukuto
fulana fulusi fumbata fungate funuo funza fupa furahi furika furushi futi fyeka fyonza gandua gango
ganzi garimoshi gati gauni gawana gawio gazeti gegedu genge gereji geuka gezi ghafi ghairi ghala
gharama ghorofa ghuba gitaa gizani glasi glovu glukosi godoro gofu gogota gombea gome gonga gono
gramu gudulia gugumia gumzo gundisha gunia gurudumu guswa guta gutuka gwanda gwiji habari hadhari
hadithia hadubini hafifu hafla haiba hakikisha halafu halijoto halua hamanika hamira hamsini hamu
hando hapahapa hapo haradali hari harufu hasa hatima hazina hebu hekaya hekima heksagoni hekta
helikopta hemera herini herufi hesabia heshimu hewani hidrojeni hifadhia hila himaya himiza hisabu
hisia hitaji hitilafu hivi hiyari hodhi hoho hoja hoki hospitali hoteli hotuba hudhuria huduma
huenda huisha humo huria hurumia husika hutubu iba ibuka idadi idara idhaa idhini ifaavyo ijapo
ijaza ijumaa ilhali iliki ilimradi imarika imla inamisha ingawa ingia injini insha intaneti inua
inzi ipasavyo irabu ishara ishirini istilahi itakiwa ithibati itika jaala jadiliana jalada jali
jamaa jamvi jangwani janja januari jaribio jedwali jembeni jenereta jengo jibini jibu jicho jifunza
jigamba jikwaa jilipa jino jinsi jinyoosha jiografia jiometri jioni jipatia jirani jitahidi
jitegemea jitihada jitolea jivuna jiwe jogoo johari jokofu jongeza jopo jore judo juhudi juisi
jukumu jukwaani julai jumapili jumlisha jumuika jungu juu kaakaa kaanga kabatini kabeji kabidhi
kabla kachori kadhalika kadi kafeteria kagulio kahawia kaimu kakao kalamka kalenda kalika kalkuleta
kaloria kalsiamu kamati kambare kamilisha kampasi kamsa kamusi kamwe kanada kandanda kaniki kanjo
kanseli kantini kanuni kanyagio kanzu kaptula karoti kaseti kasia kasoro kasri kasuku katakata
katiza katoni katu kaukia kauli kausha kava kawaida kawisha kayamba kazana kazini kebabu kebo keekee
keki kelele kemia kengele kenua kera kereza kesho kiakili kianzio kiasi kibandiko kibeti kibodi
kibuyu kidari kidedea kidhibiti kidirisha kidokezo kidudu kiegemeo kielezi kienyeji kifaru kifefe
kifiniko kifyonzi kiganja kigeni kigongo kiguu kihusishi kiigizo kijalizo kijiko kijumba kikaango
kikuba kikwazo kilalio kilembwe kilimo kilomita kimanga kimbia kimelea kimwondo kinaya kindugu
kingilio kinofu kinyago kioevu kioja kiongozi kioo kipindi kipokezi kipupwe kipwa kirago kirekodi
kirimba kisawe kisomo kistari kitengo kiti kitovu kiu kiujanja kiumbe kiunga kivazi kivivu kivumo
kiwango kiwembe kiwingu kiyeyusho kiyoyozi kizamiaji klabu klipu kobe kofia kohoa kokoto kokwa
koleji komamanga kombozi komeo kompyuta kondoo kongamano konokono kontena konyeza kopa kopesha
koroga kosakosa koteka kozi kreti kriketi kubaliana kudu kufuli kuhusu kujitolea kulekule kuliko
kulungu kumbukizi kumvi kunazi kunde kunguru kuni kunja kunywa kupaa kurusha kusanyiko kushoto
kusini kusoma kusudi kutanisha kutwa kuukuu kuza kwaheri kwale kwamba kwanini kwapua kwato kwaya
kwea kweli kwenda kwetu kwikwi ladha lafudhi lahaja laika lakabu lakini lalamika lami landa langua
laptopu laza lazima legeza lemea lenu lenzi leso lifti ligi likizo liko lile limau limbuka limonadi
lindi linganya lipia lishe lita lolote longo loo losheni lowa lowevu lugha lulu lumbana lundika
luninga maabara maadili maagano maajabu maakuli maalumu maamkizi maandazi maarifa mabati mabomba
mabwawa macho madaftari madebe madhumuni madirisha madoido maduka maelfu maendeleo mafanikio mafiga
mafuriko magadi magharibi magodoro magunia maharage mahema mahitaji mahusiano maili maisha majani
majembe majirani majogoo majukumu makasha makelele makiwa maktaba makuzi malazi malenge malighafi
malori malumbano manane mandhari maneno manjano manukato manyoya maombi maono mapengo mapipa mapokeo
mapumziko marashi marejesho marinda marumaru masalia masega masika masjala maskani masomo masufuria
masweta matembele matibabu matunda maua maudhui maulizo maumbile maungo mauzo mavuno mawaidha mawese
mawingu mayai mazao mazingira mazoea mazulia mbaazi mbali mbano mbashiri mbatata mbavu mbawa
mbayuwayu mbebaji mbegu mbele mbilimbi mbingu mbiu mbolea mboni mbuga mbunifu mbwembwe mchikichi
mchwa mdalasini mdeni mdoa mdogo mdokezo mdomoni mechi mei meneja meno menyeka meseji metameta
methali meza mfagio mfanano mfariji mfasiri mfinyanzi mfugo mfululizo mfumaji mfuniko mfupi
mgahawani mgawanyo mgeuko mgodi mguso mguu mhadhara mhakiki mharagwe mhasibu mhemko mhifadhi mhimili
mhitimu mhojaji mhudumu mhunzi miale mianzi miayo miche midomo miembe miezi mifano mifereji mifuko
migahawa mihogo mihuri miiba miji mijusi mikeka mikono mikufu milele milioni milki mimea mimina
minara mingine minya mipango mipera mipini miraba mirefu mirija misamaha misemo mishumaa misimu
misri misumari mitaro mitindo mitumbwi mivule miwani miwili miyeyo mizeituni mizizi mizunguko mjomba
mjukuu mjumbe mkaa mkabala mkahawa mkakati mkanganyo mkaratusi mkasi mkate mkebe mkesha mkimya mkoba
mkokoteni mkondo mkopo mkorosho mkufunzi mkulima mkunjo mkusanyo mkutano mkuyu mkwaju mkwe mlango
mle mlegevu mlenda mlimbuko mlingano mlio mlipaji mlishi mlolongo mmenyuko mmoja mnada mnanaa mnato
mnazi mnofu mnunuzi mnyama mnyoofu mnyumbuko moduli mojawapo moshi mota motisha motokaa moyo mpaji
mpaliaji mpamba mpangilio mpapai mpasuko mpauo mpelekaji mpenzi mpepea mpingo mpira mpitio mpokezi
mpole mpunga mpya mrabaha mradi mrejeo mrembo mrengo mrina mrithi mruko msaada msafara msako
msamiati msanii msasa msemaji mseto mshauri mshororo mshtuko mshubiri msichana msimulizi msinji
msisitizo msitu msomi msongo mstahiki msukumo msumeno msururu msusi mswaki mtaala mtambo mtandio
mtazamo mteja mtelezo mtende mteremko mtetemo mteuzi mtihani mtikiso mtindi mtiririko mto mtoto
mtulivu mtumishi mtungi muafaka muda muhimu muhtasari muhula mujibu muktadha mulika munyu murua
mustarehe muuguzi muundo muwasho muziki mvuke mvuli mvumbuzi mvuto mwagilia mwaka mwalimu mwambao
mwao mwashi mwavuli mwelekezi mwembamba mwenyewe mwerevu mwezesha mwigizaji mwiko mwimbaji mwinuko
mwisho mwokaji mwonekano mwororo mwoshaji mzabibu mzaha mzani mzee mzigo mzinduko naam nadhifu nadra
nafaka nafsi nafuu nahau nahodha naibu nailoni nakala nakshi namna nanasi nanga naomba nasihi natija
nawa nawiri ncha ndala ndege ndiyo ndizi ndoana ndondi ndoto ndovu neema nembo nena nenepa netiboli
ngalawa ngamia ngao ngara ngazi ngisi ngojea ngoma ngonjera ngumu ngurumo nguva nguzo nia ninginia
nishani njano njegere njiti njiwa njoo njozi njugu nne nondo noti novemba nukta nukuu nunua nurisha
nuru nusa nusura nyakati nyamaza nyanya nyaraka nyati nyayo nyekundu nyembamba nyenzo nyesha nyigu
nyika nyimbo nyinyi nyonyoa nyooka nyoshea nyota nyua nyuki nyumbua nyundo nywele oanisha ofisa ogea
ogelesha okestra okoa okotea oksijeni oktoba olimpiki ondoka onekana ongezeka ongozana onja
onyeshana onyo orodhesha osha oveni pachika pafu pahala paipu pakacha pakiti palizi pambana pamoja
panapo pancha paneli pangusa panua papara paraza pasha pasipo pasteli pasuka patanisha patina pazia
pedali peke pekua pelekea pembeza peni penseli pentagoni penye peperusha peremende pesa petroli
pevuka picha piga pikipiki pikniki pikseli pilau pilipili pinduka pingili pipi piramidi pishi
pistoni pitisha plagi plamu plastiki pochi podo pointi pokezana polepole poligoni pomboo pongezi
ponji ponoa poozesha pori poromoka posho posta potelea povu poza profesa programu projekta propela
protini pua pudini pukutika pumua pumzisha punguzo punje putika puto pwani pweza radhi rafiki raha
rahisisha raketi ramba rangi rapu rarua rasimu rasmi raspiberi ratiba raundi redioni refa rejareja
rejea rejista rekebisha reli rembesha restorani riadha ridhika rika rikodi ringa ripoti risala
risiti riwaya riziki roboti roda roleri rombasi rubani rudisha rudufu rufuku ruhusa rukaruka rukhsa
rula rununu rupia rushia rutubisha ruwaza saanifu sabasaba sabini sadifu safi sahaba sahibu saidia
saizi saja sakafu sakinisha saladi salfa salio saloni samawati sambusa samehe samli sampuli sanaa
sandali sanifisha sanjari santuri sarakasi sare sarufi sasisha satelaiti sawazisha sawia sayansi
sebule sega sehemu sekondari sekretari sekunde selula selwa semanini semezana semina sentensi sepeto
septemba seremala seti shabaha shada shakua shamra shauriana shavu shawishi shayiri shehena shelfu
sherehani shibisha shikamana shilingi shime shirika shoka shomoro shonea shoto shtua shughuli
shuhudia shukuru shule shupavu shuruti shusha shwari siafu siagi sifongo sifuri sihi sijambo sikiza
sikukuu silabi silinda silka simamisha simbi simenti simile simsim simulia sindikiza singo sinzia
sipitali sirapu sisitiza sitawi sitiri siyo skauti skeli skonzi skrini skrubu skuta slaidi sogelea
soketi sokoni somesha somo sonara songamana sononeka soseji sosi soya spana spidi spika spoki
springi stadi staftahi stahimili staili starehe stawisha stempu stendi stesheni stima stoo stuli
suala subira sufuria sukari sukuma suluhisha sumaku sumbuka sungura sura suruali susu suuza swali
sweta swichi taaluma taarabu taasisi tabasamu tabia tafakari tafiti tafrija tafsiri tafuna tahadhari
tahini tairi taji takataka takrima takwimu talanta tamasha tambi tamko tamthilia tandiko tano tanuri
tapakaa tarajia tarishi tarumbeta tashbihi tasnia taswira tathmini tatizo tatua taulo tausi tawanya
tayarisha tazama tegemeo teguka tekeleza telefoni tembelea temeka tendaji tengemaa tenisi tepu
terema termomita tetemeka teua thabiti thamini theluji themanini thuluthi tiketi tikisika tilapia
tilia timamu timu tingisha tini tipua tiririka tisa tishu tisini tofaa togwa toka tokezea tokomea
toleo tonge tope toroli tosheka tosti totoa tovuti trapezi trekta trela treni tropiki tuba tufaha
tufe tui tukia tukuka tulizana tumaini tumbuiza tumika tundua tunuku tunzo tupio turubai tusha twaa
twanga twika tyubu ualimu uaminifu uamuzi uandishi uangalifu uani ubaharia ubao ubeti ubinafsi
ubishi ubora ubovu ubuyu uchezaji uchimbaji uchochoro uchukuzi udadisi udaktari udhamini udhuru udi
udokezi uelewa ufadhili ufafanuzi ufahamu ufanisi ufikaji ufinyu ufizi ufugaji ufukwe ufumbuzi
ufunguzi ufuo ufupisho ufuta ugavi ugeni ugeugeu ugunduzi uguza uhai uhakika uhalali uhamisho
uhandisi uhisani uhodari uhondo uhusiano uigaji uigizaji uimbaji ujana ujasiri ujazo ujenzi ujio
ujira ujumla ujuzi ukaangaji ukaguzi ukaidi ukale ukamilifu ukanda ukarabati ukataji ukavu ukinzani
ukiwa uko ukoka ukomo ukonge ukope ukosefu ukubwa ukucha ukumbi ukunjaji ukurasa ukuti ukwasi ukwezi
ulaini ulaji ulezi ulimwengu ulingo uliza uma umaarufu umahiri umakini umande umaridadi umati umbile
umbo umeme umiliki umri umwagaji undani undugu unene ungana ungo ungua unyasi unyevu unyofu
unyunyizi uogeleaji uokaji uongozi uoshaji uoto upakaji upambe upangaji upara upatu upekee upendeleo
upeo upesi upili upimaji upindo upita upokeaji upopo uposaji upotevu upulizaji upungufu upwa urahisi
urari urefu urejesho urukaji usafiri usagaji usahihi usaidizi usajili usalama usanifu usawa usemi
ushabiki ushindani ushona ushujaa usikivu usimamizi usingizi usogeaji usomaji usoni ustaarabu
usukani usuli usumbufu utaalamu utabiri utakaso utalii utamaduni utanzu utaratibu utashi utatuzi
utayari ute utelezi utembeaji utengano utepe uthubutu utii utoaji utukutu utunzaji utupu uungwana
uuzaji uvaaji uviringo uvivu uvuguvugu uvukizo uvulana uvumilivu uvunaji uvuvi uwakala uwanja uwazi
uwekaji uwezekano uwingu uwongo uyoga uzeeni uzima uzinduzi uzito uzoefu uzuri valia valvu vanila
varnishi vesti viatu viazi vibanzi vibiriti vichaka vidimbwi vidonge vielelezo vifaranga vifijo
vifuniko vigae vigingi vigoda vihenge viini vijana vijiti vijukuu vikapu vikofia vikuku vilevile
vilima vimba vimondo vinanda vinjari vinubi vinywa vionjo viota vipande vipengele vipimo vipuli
viraka virembo visahani visha visiwa vitamini vitendo vitoto vitunguu viungo vivinjari vivuko vivyo
viwanja viwiko viza vizibo vizuri vokali voliboli volkano volti vuja vujisha vumbika vumilia vuno
vutana vutia vyema vyombo vyovyote waandishi wacheshi wadau wadhifa wadogo wadudu wafuasi wageni
wahandisi wahi wahudumu waimbaji wajenzi wajibu wajomba wajuzi wakati wakfu wakilisha wakulima wala
walezi waliko wanafunzi wandani wangalao wanyama waokaji wapishi waraka wardi warembo warsha wasanii
washonaji wasio wasomi wastani wasusi watalii watembezi watoto watunzi wauzaji wavuvi wawili wazazi
wazee wazo wazuri wekesha weledi wema wembe wengine wenyeji wewe wezekana wiani wifi wikendi wilaya
wimbo winchi windo wingi wote wowote yaani yai yakuti yale yamkini yaya yeyuka yogati yoyote yumba
yungi yunifomu zabuni zafarani zagaa zahanati zaidi zaliwa zamani zambarau zamisha zana zao zawadi
zebaki zeituni zengea zeze ziada ziarani zidisha zimamoto zindua zingira zinki zipu zoea zoezi zoni
zuio zulia zumaridi zungumza
`;

export const list: WordList = {
  id: 'sw-1',
  language: 'sw',
  words: WORDS.trim().split(/\s+/),
  prefixLength: 4,
  readByNativeSpeaker: false,
};
