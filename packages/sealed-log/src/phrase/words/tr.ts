import type { WordList } from '../wordList.ts';

/**
 * Everyday words, chosen for this list by the rules of docs/decisions/0046-word-lists-for-twelve-languages.md and sorted
 * as they are compared. Never change a word: a phrase on paper must open its mailbox for ever. A better list is a new
 * one, 'tr-2'.
 */
const WORDS = `
abajur abaküs abiye abla abone açacak açelya acıbadem açıklama açılmak adaçayı adalı adımlamak adres
afacan afiş ağabey ağaçlık ağarmak ağırlık ağız ağustos ahenk ahır ahşap ahtapot ahududu aile
akademi akarsu akasya akçaağaç akıllı akım akıntı akordeon akraba akrobat aksamak aksesuar aktarma
akülü akustik akvaryum alabalık albeni alçı aldırmak alet alfabe alınlık alışkın alkış almanak aloe
altıgen altlık altyazı alüminyum amatör ambalaj amber amblem amca ampul anadil anahtar ananas anason
anayol andaç anket anlamak anneanne anons anten antika antrenör apartman aperatif aralık aramak
arayış arazi ardıç arıcı arıkuşu arkadaş armağan armoni armut arpacık arsa artırmak arzulamak aşağı
aşama asansör aşçılık asfalt aşina asistan askı aslan astar astronot atasözü atılgan atıştırma
atletizm atmaca atölye avize avlak avlu avokado avuç avutmak ayakkabı ayarlamak ayaz ayçiçeği
ayçöreği aygıt ayıcık aylık ayna ayran ayrıntı azalma azimli babaanne bacak badana badem bagaj
bağbozumu bağcık bağdaş bağımlı bağlaç baharat bahçıvan bakıcı bakkal baklava bakmak bakraç balad
balerin balina balkon ballı balmumu balo bambaşka bamya banknot banliyö bant banyo baraka bardak
barınak barkod başarı basınç basketçi başlamak baston başucu battaniye bavulcu baygın baykuş bayram
bazalt bazen bazlama bebeklik beceri bedava bedel beğeni begonya beklemek belge belirgin bellek
bembeyaz benek benzer berber bereket berrak beşik besteci beton beyazlık beyin bezelye biblo
bıçaklık biçimli biçki bilardo bıldırcın bilezik bilgin bilinç billur bilmece bilye bina binici
binmek bırakmak birey birikim birlikte bisiklet bisküvi bitirmek bitkisel biyoloji bizim blender
blok bluz böcek boğaz bohça bolero bolluk bölmek bölüm boncuk bonfile bora bordo börekçi bornoz
börülce bostan botanik boyacı boyunluk bozkır bozmak bozuk branda brokoli bronz broşür buçuk budamak
büfeci buğday bugün buharlı bukalemun bükmek bulaşık bülbül bulgur bulmaca bülten buluşma bulvar
burçak büro buruşuk bütçe büyümek buzdolabı buzul çabuk cadde çadırcı çağırmak çağlayan çağrı çakıl
çalar çalgıcı çalışmak çamaşır cambaz camcı camgöbeği çamlık çamurlu çanakçı canlı çanta çapa çapraz
çarçabuk çarık çarpma çarşaf çatallı çatı çavdar çavlan çayhane çayır cebir ceket çekirdek çekmece
çelenk çello çelme çeltik çember çene çerçeve çerez cerrah cesaret çeşit çeşmeci çeşni cesur çetele
cetvel cevap cevher çevirmen çevre çeyiz ceylan çeyrek cezve çiçekçi çiftçi çiğbörek çiğdem ciğer
çiğnemek çıkarma çıkıntı çikolata çıkrık cila çılbır çilingir cımbız çimdik çimento çınar çıngırak
çini çınlamak çipura çırak cırcır çırpmak çiseleme çıtçıt çıtır cıvata civciv cıvıltı çizelge
çizgili cızırtı çizmek çoban çocukça coğrafya çoğunluk çökelek çoktan cömert çömlekçi çöplük çorapçı
çorbalık çörekotu çörten coşku çözelti çözüm çubuklu cumartesi cumba cümle çürük cüsse çuvaldız
cüzdan dağarcık dağıtmak daima dairesel dakika dalgıç dalmak daltonik damacana damlamak dana danışma
dansçı dantel daralmak darbuka davar davetiye davranış davul dayanak dayı defile defne defter değer
değirmen değnek dekor demet demirci demlik denemek dengeli denizatı denklem depo dereotu dergi derin
derleme dersane desen destan devasa deve devir deyim dikenli dikiş dikkat dikmek diksiyon dilbilim
dilek dilim dinç dingin dinlemek dinozor dirgen dirsek dışarı dişbudak dişçi disiplin diskotek divan
diyagram dizayn dizüstü doğal doğmak doğrama doğum dökme doktor dokumacı dolamak doldurmak dolgu
dolmuş dolunay domates domino donanım dondurma dönence dönmek donuk dörtgen dosdoğru döşemek dostluk
dosya döviz doygun düdük düğmeli dükkan dülger dumanlı dümbelek dümen dünya durak dürbün dürüst
düşey düşünmek duvarcı duygu duymak duyuru düzelti düzine düzlem ebegümeci ebeveyn ebrulu eczacı
edebiyat efekt eflatun efsane eğilmek eğitim eğlence eğrelti eğri egzersiz egzoz ehliyet ekip
eklenti ekmekçi ekonomi ekose ekran eksen ekşi ekspres ekstra elbise eldiven elektrik eleman
eleştiri elips elişi elverişli emanet emekli emzik enerji engebe enginar enstitü entari erguvan
erikli erimek erişte erkenci ertesi erzak esans eşarplı esenlik esinti eskimek eskrim eşlik esmek
esnaf esnemek eşofman estetik eşya etiket etkin etraf evcil evli evrak evrensel eyer eylül ezber
ezgili ezme faaliyet fabrika familya fantezi fanus faraş fare farkında fasikül fasulye fayans fayda
fayton felsefe fener ferahlık feribot fermuar fesleğen fıçı fidanlık fideci figür fiil fıkırdak
fıkra fiktif filika filtre finale fincan fındık fırça fırfır fırıncı firkete fırlamak fırtına
fıskiye fıstık fiyat fiyonk fizikçi flamingo flüt folklor formül fosfor fotoğraf frekans fren frezya
fuar fuaye fularlı fulya fundalık gaga galeri galoş garaj gardırop garnitür garson gayret gazete
gazlıbez gazoz gecekuşu geçirmek gedik gelenek gelgit gelincik gelmek gemici gençlik genellik
genişlik geometri gerçek gerdanlık gereç gergef gevşemek geyikli gezegen gezgin gezinti gıcırtı
gidon girdap gırgır girişim gitarist gitmek giysi gizemli göçebe gocuk gofret gökçe gökdelen
gökkubbe gökmavisi gökyüzü gölet golf gölgelik gömlek gömme gondol gong gönüllü görev görgü görkem
görmek görünüm gösteri götürmek gövdeli gözde gözleme gramer granit greyfurt grup gubar gübre güçlü
güfte güğüm güleryüz güllaç gülmece gülsuyu gülücük gümbürtü gümüş günaydın günbatımı güncel
gündelik güneşlik günlük gürbüz güreşçi gürgen gürlemek gurme gürültülü güvercin güzergah hafıza
hafta hakem hakiki halatçı halıcı halkalı hamarat hamsi hamurişi hancı hanımeli harcamak hareket
harfli harita harman hasat hasırcı hatıra hatmi hattat havacı havlamak havuzlu hayal hayranlık
hayvanat haziran heceleme hediye hekim helezon helva hemen hemşire hendek herkes hesaplı heybetli
heyecan heykel hikaye hindiba hırdavat hırka hışırtı hitap hızlıca hızölçer homurtu hoparlör hörgüç
horoz hortum hoşaf hoşgörü hoşlanmak hoşmerim hububat hünerli huni hurma huzurlu ibrişim içbükey
içecek içerik içlik içmek içten ifade iftihar iğde iğnelik ıhlamur ihmal ihracat ikindi iklimli
ikram ilan ilave ilerleme iletişim ilginç ilham ılıca ılıman ilkbahar ilkokul ilkyaz iltifat imalat
imece imkan imza inanç incelik incik indirmek inek inşaat internet ipekli iplikçi ipucu irice ırmak
ironi işaret ışık ışıltı ısınmak ısırgan ısıtıcı iskele ıslanmak işleme ısmarlama ıspanak ispinoz
istakoz istif itfaiye itibar itina iyilik iyimser ızgara jakuzi jambon jelatin jeneratör jeoloji
jilet jimnastik jöle kabarcık kabin kablolu kaburga kadayıf kademe kadife kafein kafiye kaftan
kağıtçı kağnı kahkaha kahvaltı kakaolu kaktüs kalamar kalbur kaldıraç kalemlik kalite kalkmak
kalorifer kalpak kamaşmak kamera kamış kampçı kamyonet kanarya kanepe kanguru kano kantin kanyon
kapamak kapıcı kaplan kapuska karanfil karbon kardan kargo karides karlı karne karpuz kartal karyola
kasaba kase kasırga kasket kaşmir kasnak katalog katılım katlamak katman kavanoz kavramak kavşak
kavurma kaya kaydırak kaygan kayısı kaykay kaymak kaynatmak kazanmak kazımak kazma kebapçı keçi
kefal kehribar keklik kelebek kelime keman kemençe kemik kenar kenger kentli kepçe kepenk kereste
kerkenez kerpeten kervan keser keşif keskin kestane ketçap keten kevgir keyifli kibar kibirsiz
kibrit kılavuz kılçık kiler kilitli kilolu kimyon kınalı kinoa kıpırtı kırağı kırba kiremit kırıntı
kırkayak kırlent kırmızı kirpik kırtasiye kısalmak kısır kıskaç kışlık kitaplık kıvanç kıvılcım
kıvrım kıyafet kıyı kıymık kızak kızılcık klarnet klasik klavye klor köfteci köhne koklamak köknar
kokulu kolonya koltuk kolye kombi komodin komposto komşuluk kömürlük konak kondisyon konfeti koni
konser kontrol konuşmak köprücük köpüklü kopya körebe körfez koridor koro körpe köşeli köşk koşmak
kostüm koşucu kovan kovboy köylü koyun kozalak krater kravat kredi krema krep kristal krokan kuaför
kubbe kucak küçülmek küfe kukla kulaklık külçe küllük kulp kültür kulübe kumanda kumbara kümes kumru
kumsal kunduz künefe künye kupa küpeli kupkuru kurabiye kurbağa kurdele kürek kurmak kürsü kurtarmak
kurum kuşanmak kuşburnu kuşhane kuskus kutlama kutup küvet kuyruk kuytu kuyumcu kuzeyli kuzgun kuzu
lacivert ladin lahana lahmacun lale lambalı langırt lastikçi laternacı lavabo layık lazer leblebi
leğen lehçe lehimci lekesiz leopar levha levrek levye leylak leziz lezzetli limonata lirik lisan
liste litrelik lobi lodos logo lokanta lokma lokomotif lokum losyon lotus lüferci lüks lunapark
madalya maden mağara mahalle mahsul makarna makbuz makinist makyaj malzeme mambo mandal manikür
manolya manşet mantar manzara marangoz marifet marka marmelat marul masabaşı maske matbaa materyal
matine matkap mavimsi maydanoz mayıs mayo mazot mecbur medeni mehtap mekan mektup melodi meltem
memleket memnun mendil menemen menfez mengene menteşe meraklı mercimek merdiven merhaba meridyen
merkez mermer mesafe mesele mesire meslek metafor metin metot metre mevcut mevsim meydan meyve
mezura midye mıknatıs mikser milföy milyon mimar mimoza minder mine minibüs minnet mintan minyatür
mırıltı mırnav misafir mısırcı misket mısra mizah mızıka mızrap mobilya modern modül mola molekül
montaj morina motif mozaik muazzam mücevher mücver müdür muhabbet mühendis müjdeci mukavva mümkün
mürdüm mürekkep müsamere müşfik musluk muşmula müşteri mütevazı mutfak mutluluk müzayede müze
müzisyen nabız nadas nadir nakışlı nalbant nane narenciye narinlik nasihat nazik necat neden nefes
nektar nergis neşeli nesil nesne nevresim neyzen nezaket nezle nilüfer ninni nişasta niyet nizam
nohutlu nokta nükte numara numune ocak odacı ödev oğlak öğleden öğretmen öğüt okaliptüs oklava
okşama oksijen öksürmek okullu okumak okutman okyanus olanak olay ölçmek ölçülü oldukça olimpiyat
omlet omurga omuzluk onarmak önemli öneri önlem önlük önsöz operatör optimist oran ördek ordövr
orijinal orkestra orkide ormancı örneğin ortanca örtü otantik öteberi otel ötmek otobüs otogar
otomobil otopark otoyol oturmak övgü ovmak övünç oyalı öykücü oyma oynamak oyuk oyuncu özdeş özellik
özenli özetlemek özlemek özsu özür özveri pabuççu padok pahalı paket pakize palamut palmiye palto
palyaço pamuk panayır pancar pandomim panjur pankek pansiyon panter papatya papyon paragraf parça
pardösü parfüm parıltı parkur parlamak parmak parşömen partner pasaj paspas pastane patates patenli
patika patlıcan paydaş paylaşım pazarcı pazı peçete pedal pekişmek pekmez peksimet pelerin pelikan
pelte pembe pencere penguen pense perçem perde pergel peron perşembe peruk pervane peşkir pestil
petek petunya peynir peyzaj pide pikap piknik pilavcı pinpon pipet pırasa pirinç pırlanta pirzola
pişirmek pişkin pişmaniye pıtırtı piyano piyes plaj plaka planör plastik plise podyum poğaça poplin
popüler porsiyon portakal poşet postacı potin poyraz pratik prenses prizma profil proje protein
prova puantaj puding pudra pufin pünez püre pürüzsüz püskül pusula radyatör rafadan rafting rahatlık
rakam rakip randevu ranzalı raptiye rasathane rastlamak ravent raylı reçel reçine referans rehber
rekabet reklam rendele rengarenk renkli resital resmi ressam restoran revani reyhan reyon rezene
rıhtım rimel ritmik roka roketçi romantik rondo rozet rujlu rulman rulo rustik rutin rüya rüzgar
saatçi sabah sabırlı şablon sabun saçma sadelik safari safran sağanak sağlam sağmak şahane şahin
sahlep şakımak saklama şakrak saksafon salata salçalı salepçi salıncak salkım sallamak şalvar
salyangoz samanlık şamdan samimi şampuan samur sanayi sandalye saniye sanki şanslı santim şapkacı
sardunya sargı sarımsak şarj şarkıcı sarmaşık sarnıç şaşırmak şaşkınlık saten satıcı satranç sauna
sayaç saydam sayfa saygılı sayısal sazan şebboy şebeke sebze seçenek sedef sedir sefer şeffaf
şeftali sehpa şehriye şekerci sekiz sekoya şelale selülöz selvi semaver sembol semender sempati
şemsiye semt senaryo senfoni sepetçi sepya seramik şerbet serçe seremoni şeritli serüven servis
sessiz sevecen sevgi sevinç şevk sevmek seyahat seyyar sezon sıcacık şifa sıfır sığırcık sigorta
sihirbaz şıkırtı sıklık sıkmak silecek silgi silindir silmek silo şimdi simetri simge simitçi şimşek
sınav sincap sinema sınıf sinyal sıradan sırdaş şirin şirket sırma sırtlan şişe sistem sıvacı sivri
siyah soba şofben şoför sofralık soğanlı soğumak sokak soket sökmek solfej solgun solist sömestr
şömine somon somut sonbahar sonra sonsuz sonuç sormak soru söylemek sözlük spagetti spiker spiral
sporcu sprey stadyum standart stok stüdyo şubat süet sukulent sulamak suluboya sümbül sünger sunum
süpürge sürahi sürgü sürpriz şurup susamlı süsen süslemek susmak sütçü sütlaç sutopu sütun süveter
süzgeç süzmek tabak tabela tabiat tablet tabure tahmin tahta takas takılmak taklit taksici takunya
takvim talih tamir tanbur tandır tango tanıdık tantuni taptaze taraça tarçın tarhana tarifsiz tarla
tartmak tarz tasarım taşımak tasma tasvir tatil tatlıcı tava tavşan tavukçu tazelik tebeşir tebrik
tecrübe tekerlek teklif teknik tekstil telaffuz teleskop telgraf telkari telve temenni temizlik
temmuz temsil tendon teneffüs tenha tepecik tepsi terazi tercih tereyağı terim terlik termos
terzilik tesadüf teşekkür tesisat testere tevazu tezgah ticaret tiftik tıkaç tıngırtı tipi tırabzan
tırmık tırnak tırtıl tişört titreme tiyatro tohum tokmak tomar tombala tomruk tomurcuk topaç toplama
toprak toptancı topuk torbacı torna törpü torun tost trafik traktör tramvay traverten trekking
tribün triko trompet tropik tüccar tuhafiye tüketim tülbent tulumba tümsek tunç tundra tunik türbin
turfanda turist turkuaz turnike turp turşulu turta turuncu tutacak tutkal tutmak tütsü tuval tüylü
tuzluk uçan üçgen üçleme uçmak ücra ücretsiz uçurtma uçuş ucuzluk ufacık ufalamak üflemek ufuk
uğramak uğultu uğurlu ulaşım ülke umutlu ünite ünlü unutmak unvan üretim ürün uskumru üslup ustalık
üstgeçit üşümek utangaç ütücü ütülemek uvertür uyanmak uydu üyelik uygar uygulama uysallık uyumak
uzaklık uzamak uzantı uzay üzengi uzlaşma uzman üzülmek üzümlü uzunluk vaat vadi vaha vakit valiz
vanilya vantuz vapurcu varil varlık vaşak vazife vazo vefalı verimli vermek vernik vesile veteriner
vidalı villa vınlama viraj virgül vişneli vitamin vites vitrin viyola vızıltı voleybol vücut yağmur
yakın yaklaşmak yakut yalçın yalıtım yalnız yanaşmak yanıt yankılı yanlış yansıma yapboz yapışmak
yaprak yaratıcı yardım yarımada yaşam yasemin yaşlılık yassı yastık yatak yatılı yavaş yavrucak
yazar yazgı yazıcı yazlık yazmak yedi yelek yelken yelpaze yemiş yemyeşil yengeç yeniden yenmek
yerel yerküre yerli yeşermek yeşillik yeterli yetişkin yığın yığmak yıkamak yıldız yıpranmak yırtmaç
yiyecek yoğurt yokuş yolculuk yonca yönetmen yöntem yöresel yorgan yörünge yosunlu yudum yufkacı
yukarı yüklemek yüksük yulaf yumurta yunus yürümek yusufçuk yuvarlak yüzey yüzme yüzük yüzyıl zahmet
zaman zambak zanaat zarafet zarif zeka zemberek zemin zencefil zengin zeplin zerdali zerre zevkli
zeybek zeytin zıbın zihinsel zikzak zımba zımpara zindelik zıplamak zıpzıp ziraatçı zirve ziyaret
zoolog zorlu zorunlu züccaciye zümrüt zürafa zurna
`;

export const list: WordList = {
  id: 'tr-1',
  language: 'tr',
  words: WORDS.trim().split(/\s+/),
  prefixLength: 4,
  readByNativeSpeaker: false,
};
