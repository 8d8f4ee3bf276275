import { expect, test } from 'vitest';
import { normalise } from './normalise.ts';
import { loadNewestList } from './wordList.ts';

/*
 * Words that nobody should have to carry on a slip of paper: they frighten, insult, divide or look suspicious, or are vulgar in one of the
 * countries of the language. A list cannot change once it is given out, so this holds the next one to what was learnt for the first.
 */
const unwanted: Readonly<Record<string, string>> = {
  es: `
    arma bala pistola cañón bomba granada misil cuchillo navaja machete hacha lanza espada flecha batalla guerra soldado militar tanque
    policía guardia patrulla cárcel celda preso juez juicio testigo abogado delito multa proceso gobierno partido ministro rey reina ley voto urna
    muerte morir matar sangre tumba lápida cráneo funeral herida tortura golpe látigo grillete cadena reja jaula secuestro
    misa cruz iglesia monja monje cura rezar santo ángel diablo templo mezquita judío moro cristiano gitano indio negro moreno mestizo criollo
    vino cerveza ron tequila tabaco coca hierba yerba yuyo porro hongo resaca borracho espía clave secreto escondite frontera aduana balsa coyote
    concha coger pija pito pico polla polvo paja verga chucha teta culo nalga pedo conejo seta higo huevo pato mariposa mariquita mono perra
    zorra vaca foca ballena burro cerdo rata sapo gusano culebra víbora tonto feo gordo flaco loco tacaño
    maría margarita violeta rosa luz paz dolores león lima granada japonés turco
  `,
  tr: `
    silah tabanca tüfek bomba mermi kurşun mayın balta hançer kılıç mızrak zırh siper asker subay savaş cephe tank hücum fetih gazi şehit
    polis jandarma bekçi gözaltı karakol hapis cezaevi hücre kelepçe zincir yargı yargıç hakim savcı dava mahkeme kanun yasa tanık suç ceza
    hükümet meclis parti seçim oy devlet bakan başkan vekil sultan padişah kral vezir bayrak slogan eylem hizmet himmet dershane sohbet gezi yoldaş
    ölüm ölmek mezar tabut cenaze kefen kan yara kurban işkence idam darağacı urgan dayak
    ezan namaz cami kilise havra papaz hoca imam oruç ramazan tanrı peygamber melek şeytan cin günah ayet dua mescit minare
    rakı şarap bira votka kokteyl tekila meyhane sarhoş esrar afyon haşhaş tütün sigara kumar
    casus ajan gizli şifre sır sınır hudut göçmen kaçak pasaport
    am göt sik meme kıç piç kaltak öpücük külot seksek domuz eşek köpek it hıyar öküz odun angut maymun
    kürt türk rum ermeni laz alevi yahudi gavur rüküş sıska tembel
  `,
  fr: `
    arme bombe couteau épée fusil grenade obus sabre pistolet cartouche soldat guerre bataille armée général caporal
    police policier prison cachot menotte barreau juge tribunal procès témoin enquête douane garde escorte roi reine prince empire préfet ministre voter parti tribu
    mort mourir tuer sang tombe cadavre cercueil fossé fouet torture blessure viol otage rançon meurtre incendie
    église temple mosquée messe prêtre moine curé péché ange diable juif arabe turc gitan esclave race noir nègre blonde métis
    vin bière liqueur ivre drogue tabac cigare poudre espion secret piège frontière exil réfugié évasion
    chatte queue moule gland bite cul con pute baiser branler sein fesse poil pipe trou verge poule cochon porc chien chienne singe âne vache rat dindon truie morue
    gros laid idiot sot nain nabot crétin bâtard salope pédale tapette gouine fagot
    marie olivier rose violette angélique madeleine paris alger tunis
  `,
  fa: `
    تفنگ سلاح بمب گلوله موشک شمشیر خنجر چاقو نارنجک تیر سنگر جنگ نبرد ارتش سپاه بسیج سرباز دشمن حمله کشتن
    پلیس زندان بازداشت زنجیر قفس شلاق شکنجه اعدام دار دستبند گشت مامور بازجو دادگاه قاضی وکیل شاهد گواه جرم حکم قانون
    دولت حکومت وزیر شاه سلطان رهبر رژیم نظام مجلس حزب رای انتخاب پرچم شعار شورا ملت وطن انقلاب سوسک
    مرگ مرده میت گور قبر کفن تابوت جسد خون زخم ماتم دفن جمجمه
    خدا مسجد کلیسا نماز روزه قبله محراب اذان سجاده تسبیح حلال حرام چادر مقنعه فرشته بهشت جن طلسم
    شراب عرق مست میکده تریاک خشخاش شاهدانه بنگ تنباکو سیگار منقل قمار
    جاسوس رمز مخفی پنهان جاسازی نفوذ بیسیم مرز گمرک ویزا مهاجر پناه فرار
    کون کیر کس کسی تخم پستان باسن لخت بوسه لیس دادن کردن خر گاو سگ خوک گوساله میمون الاغ سوسمار جلبک
    کرد لر بلوچ عرب ترک هزاره بربری فارسی پشتون تاجیک کولی تنبل چاق کچل زشت گدا
    مریم نرگس لاله سارا نسرین مینا یلدا حسین علی رضا کابل هرات تهران ایران اصفهان
  `,
  ru: `
    оружие автомат пистолет винтовка граната мина пуля снаряд ракета танк пушка штык нож топор дрон град герань орешник тополь бой война фронт окоп солдат офицер рядовой снайпер пехота шрам
    полиция полицай мент мусор тюрьма камера лагерь зона нары баланда петух шестёрка стукач дятел кум этап решётка кандалы суд судья прокурор адвокат свидетель приговор закон обыск арест допрос штраф
    власть партия выборы депутат министр кремль дума царь флаг герб гимн плакат митинг пикет лозунг мегафон свобода союз совет товарищ режим цензор кандидат орден победа
    смерть гроб могила крест похороны кровь труп петля казнь пытка дыба кнут побои
    бог церковь храм икона поп монах пасха мечеть имам мулла молитва бес чёрт дьявол грех рай ад шаман
    водка вино пиво ром коньяк сидр пунш рюмка кабак гашиш опиум трава дурь табак сигара махорка
    шпион слежка тайна шифр явка секрет сейф граница таможня паспорт беженец
    хрен член яйцо сиська жопа голый стриптиз осёл козёл баран свинья собачка крыса шакал педаль мандарин анализ какао дурак жирный урод нахлебник
    хохол кацап жид цыган чукча чурка хач москаль укроп ватник колорад урюк негр тунгус париж панама крым
  `,
  pt: `
    arma bala pistola canhão bomba granada faca canivete machado lança espada flecha batalha guerra soldado militar tanque general sargento
    polícia policial guarda patrulha cadeia prisão preso algema juiz júri testemunha advogado crime multa governo partido ministro rei rainha voto urna comício
    morte morrer matar sangue túmulo cova caixão luto ferida tortura golpe açoite jaula ratoeira resgate refúgio
    missa cruz igreja padre monge bispo rezar santo anjo diabo templo pecado judeu mouro cigano índio negro branca moreno mulato crioulo raça escravo senzala macumba umbanda
    vinho cerveja cachaça uísque tabaco cachimbo erva maconha droga ressaca boteco espião senha segredo cilada fronteira alfândega exílio
    pica pinto pau rola piru cacete bunda rabo cu cona pila grelo racha boceta xana perereca chupar comer gozar trepar saco bolas pelada teta mamar peido rapariga
    burro veado bicha galinha vaca égua cadela cachorro porco macaco cobra rato ratazana sapo pato gorila gordo feio careca anão velho tolo
    maria rosa íris clara luz paz violeta jacinto damasco lisboa cubano
  `,
  uk: `
    зброя автомат пістолет гвинтівка граната міна снаряд ракета танк дрон град герань ланцет бавовна вибух бій війна фронт окоп солдат офіцер снайпер піхота полон облога осада
    поліція поліцейський мент тюрма камера зона суд суддя прокурор арешт обшук допит доказ розшук наряд закон штраф кормига шибеник зашморг лещата
    влада партія вибори вибір депутат міністр майдан рада герб гімн прапор тризуб мітинг гасло бунт заколот цензура союз товариш осередок президія
    смерть труна могила цвинтар хрест похорон кров труп петля страта катування батіг
    бог церква храм собор ікона піп чернець хоругва мечеть імам молитва біс чорт диявол гріх рай пекло обряд празник
    горілка вино пиво ром коньяк лікер шинок гашиш опій дурман тютюн цигарка
    шпигун стежити таємниця шифр секрет сейф кордон шлагбаум митниця паспорт біженець псевдонім ябеда
    цицька гола цілувати пестити дупа осел віслюк козел баран свиня цап щур мавпа дурень жирний потвора
    хохол кацап жид циган москаль рагуль бандера вата негр яничар київ львів крим надія любов
  `,
  sw: `
    silaha bunduki bastola risasi bomu kombora kisu upanga mkuki mshale kirungu rungu vita jeshi askari mateka mzinga jenerali kapteni
    polisi jela gereza mfungwa pingu mahakama hakimu kesi shahidi sheria faini mashtaka serikali chama rais mfalme malkia kura uchaguzi mgombea bendera uhuru ujamaa umoja
    kifo kufa mauaji damu kaburi jeneza mazishi jeraha mateso kiboko mjeledi mnyororo handaki mtego kimbilio
    kanisa msikiti sala swala padre shehe imamu msalaba malaika shetani jini pepo dhambi mungu muumba roho mganga mchawi biblia
    pombe bia mvinyo bangi miraa sigara tumbaku kokeini ulevi jasusi siri mpaka mipaka mhamiaji mkimbizi pasipoti
    kuma mboo mkundu tako matako titi malaya kahaba shoga msenge hanisi ngono uchi mavi kojo kinyesi mbwa nguruwe punda nyani tumbili sokwe mbweha nyoka
    mjinga mpumbavu juha kichaa mshenzi mnyonge kiziwi kipofu kilema zeruzeru mtumwa
    juba unguja uganda ulaya mhindi mwarabu mzungu batuli haji amini
  `,
  zh: `
    手枪 子弹 炸弹 导弹 坦克 匕首 菜刀 斧子 镰刀 铁锤 士兵 军队 战争 敌人 警察 公安 监狱 手铐 法院 法官 律师 证人 犯人 罪犯
    政府 革命 解放 人民 同志 党员 民主 自由 选举 领袖 总统 国旗 长征 维稳 六四 八九 白纸 雨伞 蜡烛 茉莉 包子 小熊 维尼 河蟹 韭菜 躺平
    喝茶 水表 快递 翻墙 围墙 梯子 间谍 密码 秘密 监控 边境 护照 签证 海关 死亡 坟墓 棺材 尸体 鲜血 葬礼
    上帝 佛祖 真主 寺庙 教堂 清真 十字 魔鬼 白酒 啤酒 香烟 毒品 鸦片 赌博 菊花 黄瓜 香蕉 馒头 木耳 鲍鱼 小姐 公鸡 鸭子 乌龟 王八 绿帽
    笨蛋 傻瓜 白痴 肥猪 老鼠 垃圾 北京 上海 西藏 新疆 香港 台湾 汉族 回族
  `,
  my: `
    လက်နက် သေနတ် ဗုံး ကျည်ဆန် ဓားမြှောင် ကျိတ်ဓား လေးခွ လှံတံ သံချပ်ကာ မိုင်းတွင်း စစ်တပ် စစ်သား စစ်ပွဲ တပ်ဆင် တပ်မတော် ရန်သူ ပြောက်ကျား သူပုန် လေယာဉ် လေယာဉ်ပျံ လေထီး
    ရဲစခန်း ပုလိပ် အကျဉ်းထောင် ထောင်ကျ လက်ထိပ် တရားရုံး တရားသူကြီး ရှေ့နေ ထိန်းသိမ်း ဖမ်းဆီး စစ်ဆေး မေးမြန်း အကျဉ်းသား ကြိုးစင် သံကြိုး သံဆူးကြိုး ခြေကျင်း ပါးကွက် လှောင်အိမ်
    အစိုးရ ပါတီ ရွေးကောက် ရွေးချယ် မဲပေး သမ္မတ ဝန်ကြီး အာဏာ အလံပြ အလံတော် တော်လှန် သပိတ် နွေဦး ရွှေဝါ လွတ်လပ် ညီညွတ် တန်းတူ ပြည်သူ့ ဆန္ဒပြ နဖူးစည်း ခေါင်းစည်း ခမောက် ခွပ်ဒေါင်း ဥဒေါင်း ခြင်္သေ့ ဖွံ့ဖြိုး မြစ်ဆုံ ကြေးမုံ
    သေဆုံး သေမင်း အသုဘ ရက်လည် သင်္ချိုင်း အုတ်ဂူ အလောင်း သွေးထွက် ဒဏ်ရာ နှိပ်စက် ကြောက်လန့် သုတ်သင် မီးတောက် မီးခိုး မျက်ရည် အဆိပ်
    ဘုရား ဘုန်းကြီး ကျောင်းတော် ဗလီ စေတီ ပုတီး နတ်ကန္နား သိကြား ဆုတောင်း ကန်တော့ ဥပုသ်ရက် သဒ္ဓါ ပါရမီ အဝီစိ ဗုဒ္ဓဟူး
    အရက်ပျော့ ဘီယာ ဝိုင်နီ ယမကာ ထန်းရည် ဓနိရည် ဘိန်း ဘိန်းမုန့် ဆေးပြား ဆေးထိုး ကွမ်းသီး ဆေးလိပ် ထီပေါက်
    သူလျှို စာဝှက် စကားဝှက် ပုန်းကွယ် နယ်စပ် နိုင်ငံကူး မြေပုံ လိပ်စာ ကင်မရာ သတင်းစာ ဧည့်စာရင်း ဒုက္ခသည် လိုဏ်ခေါင်း
    လီးစေ့ စောက်ပတ် မတ်စောက် ဖင်ပေါက် ဖာသည် လိပ်ခေါင်း ဂျိုင်း ပေါင်ရင်း ရာသီပန်း ပျော်ပါး ခွေးကောင် မျောက်ပွဲ ဝက်သား တိရစ္ဆာန် လျှာရှည်
    ကုလား ကုလားထိုင် ကုလားပဲ ကုလားမ ကပြား ကပ္ပလီ တရုတ်စာ ကရင်ကျူ ရှမ်းခေါက်ဆွဲ ဘင်္ဂါလီ ဂျူးမြစ် ရန်ကုန် မန္တလေး ရန်ကုန်သူ ဗန်းမော် အင်းလေး
  `,
};

for (const [language, words] of Object.entries(unwanted)) {
  test(`the list for ${language} has none of the words that would frighten, insult, divide or look suspicious`, async () => {
    const list = await loadNewestList(language);
    expect(list?.language).toBe(language);
    const listed = new Set(list?.words.map(normalise));
    const found = words
      .trim()
      .split(/\s+/)
      .map(normalise)
      .filter((word) => listed.has(word));
    expect(found).toEqual([]);
  });
}
