import type { Calendar } from './calendars.ts';

/**
 * The small words with which people write dates, in the languages of doors and desks and a few of their neighbours. They
 * are read, never shown: what a screen says of a date comes from its catalogue. Written as `plainWords` leaves them.
 */
export type Mark =
  | { readonly is: 'season'; readonly season: 'spring' | 'summer' | 'autumn' | 'winter' }
  | { readonly is: 'about' | 'before' | 'after' | 'between' | 'to' | 'decade' | 'filler' }
  /** The unit behind a number, as Chinese writes it. */
  | { readonly is: 'unit'; readonly unit: 'year' | 'month' | 'day' }
  /** `isSure`: no other calendar is called so. */
  | { readonly is: 'calendar'; readonly calendar: Calendar; readonly isSure: boolean };

const seasons = {
  spring:
    'spring ربيع الربيع بهار primavera printemps весна весной весны весні навесні ilkbahar bahar ilkbaharda 春 春天 春季 နွေဦး wasaka',
  summer:
    'summer صيف الصيف تابستان verano estate verao ete лето летом лета літо влітку літа yaz yazin 夏 夏天 夏季 နွေ နွေရာသီ kiangazi',
  autumn:
    'autumn fall خريف الخريف پاييز خزان otono outono automne осень осенью осени осінь восени sonbahar guz sonbaharda 秋 秋天 秋季 ဆောင်းဦး vuli',
  winter:
    'winter شتاء الشتاء زمستان invierno inverno hiver зима зимой зимы взимку зими kis kisin 冬 冬天 冬季 ဆောင်း ဆောင်းရာသီ kipupwe',
} as const;

const marks = {
  about:
    'about|around|approximately|approx|circa|ca|c|roughly|maybe|probably|~|≈|?|نحو|حوالي|تقريبا|قرابة|حدود|حدودا|تقريبن|hacia|alrededor de|aproximadamente|sobre|por volta de|cerca de|vers|environ|autour de|около|примерно|приблизительно|где-то в|близько|приблизно|орієнтовно|yaklasik|civari|civarinda|asagi yukari|大约|大概|约|左右|前后|ခန့်|လောက်|karibu|takriban|yapata',
  before:
    'or earlier|or before|او قبله|o antes|ou plus tot|ou avant|или раньше|before|until|till|by|earlier than|قبل|حتى|پيش از|تا پيش از|antes de|hasta|avant|jusque|jusqu’a|jusqu’en|antes do|ate|до|раньше|перед|раніше|once|den once|dan once|之前|以前|မတိုင်မီ|kabla ya|hadi',
  after:
    'or later|or after|او بعده|o despues|ou plus tard|ou apres|или позже|after|since|later than|بعد|منذ|از|پس از|بعد از|despues de|desde|apres|depuis|depois de|a partir de|после|с|позже|після|з|від|sonra|den sonra|dan sonra|beri|之后|以后|以来|နောက်ပိုင်း|baada ya|tangu',
  between:
    'في وقت ما بين|en algun momento entre|a un moment entre|когда-то между|between|from|some time between|sometime between|بين|ما بين|من|بين سنتي|ميان|مابين|entre|de entre|между|от|між|arasinda|arasi|从|在|之间|အကြား|kati ya|kuanzia',
  to: 'to|and|through|…|الى|و|تا|y|a|e|et|и|по|та|і|й|ile|ve|至|到|和|နှင့်|na',
  decade: 'decade|the decade|دهه|عقد|decada|decada de|annees|les annees|годы|годов|年代',
  filler:
    'the|of|in|on|year|month|day|it was|st|nd|rd|th|عام|سنه|شهر|يوم|في|سال|ماه|روز|در|de|del|en|el|los|ano|dia|mes|do|da|em|no|na|an|annee|le|la|l’annee|du|er|re|год|году|года|г|в|рік|року|році|р|у|yil|yili|yilinda|’de|’da|’te|’ta|’den|at|ခုနှစ်|နှစ်|ရက်|လ|mwaka|mwaka wa|mwezi|mwezi wa|tarehe|ya|wa|,|.|،|;|؛',
} as const;

const units = { year: '年', month: '月 月份', day: '日 号 號' } as const;

const calendarWords: Readonly<Record<Calendar, string>> = {
  gregory: 'ad|ce|م|ميلادي|ميلاديه|gregorian|григорианский|miladi|公历|公元',
  persian: 'ap|sh|شمسي|هجري شمسي|خورشيدي|هجري خورشيدي|solar hijri|persian|shamsi|jalali|ه ش|ش',
  'islamic-umalqura': 'ah|ه|هجري|هجريه|قمري|هجري قمري|ه ق|ق|hijri|hicri|islamic|umm al-qura',
  ethiopic: 'ec|e c|ethiopian|ዓ ም|ዓም',
  buddhist: 'be|b e|buddhist|พ ศ|พศ',
};

/** Other spellings of months that no locale of the platform gives: by calendar, in order. */
export const otherMonths: Readonly<Partial<Record<Calendar, readonly string[]>>> = {
  persian: [
    'فروردين|farvardin|hamal|حمل',
    'ارديبهشت|ordibehesht|saur|thawr|ثور',
    'خرداد|khordad|jawza|جوزا',
    'تير|tir|saratan|سرطان',
    'مرداد|امرداد|mordad|amordad|asad|اسد',
    'شهريور|shahrivar|sonbola|sunbula|سنبله',
    'مهر|mehr|mizan|ميزان',
    'ابان|aban|aqrab|عقرب',
    'اذر|azar|qaws|قوس',
    'دي|dey|dei|jadi|جدي',
    'بهمن|bahman|dalw|دلو',
    'اسفند|esfand|hut|hoot|حوت',
  ],
  'islamic-umalqura': [
    'muharram|moharram|محرم',
    'safar|صفر',
    'rabi al-awwal|rabi i|rabi 1|ربيع الاول',
    'rabi al-thani|rabi al-akhir|rabi ii|rabi 2|ربيع الثاني|ربيع الاخر',
    'jumada al-awwal|jumada al-ula|jumada i|jumada 1|جمادى الاولى|جمادي الاول',
    'jumada al-thani|jumada al-akhira|jumada ii|jumada 2|جمادى الثانيه|جمادى الاخره|جمادي الثاني',
    'rajab|رجب',
    'shaban|shaaban|شعبان',
    'ramadan|ramazan|رمضان',
    'shawwal|شوال',
    'dhu al-qadah|dhul qadah|zilqad|ذو القعده|ذي القعده|ذيقعده|ذيالقعده',
    'dhu al-hijjah|dhul hijjah|zilhajj|ذو الحجه|ذي الحجه|ذيحجه|ذيالحجه',
  ],
  ethiopic: [
    'meskerem|መስከረም',
    'tikimt|tekemt|ጥቅምት',
    'hidar|hedar|ኅዳር|ህዳር',
    'tahsas|ታኅሣሥ|ታህሳስ',
    'tir|ter|ጥር',
    'yekatit|የካቲት',
    'megabit|መጋቢት',
    'miyazya|miazia|ሚያዝያ|ሚያዚያ',
    'ginbot|genbot|ግንቦት',
    'sene|ሰኔ',
    'hamle|ሐምሌ|ሀምሌ',
    'nehase|ነሐሴ|ነሀሴ',
    'pagume|pagumen|ጳጉሜን|ጳጉሜ',
  ],
  gregory: [
    'كانون الثاني|جانفي|يناير|ژانويه|جنوري',
    'شباط|فيفري|فبراير|فوريه|فبروري',
    'اذار|مارس|مارچ',
    'نيسان|ابريل|افريل|اوريل|اپريل',
    'ايار|مايو|ماي|مه|مي',
    'حزيران|يونيو|جوان|ژوئن|جون',
    'تموز|يوليو|جويليه|يوليوز|ژوئيه|جولاي',
    'اب|اغسطس|اوت|غشت|اگست',
    'ايلول|سبتمبر|شتنبر|سپتامبر|سپتمبر',
    'تشرين الاول|اكتوبر',
    'تشرين الثاني|نوفمبر|نونبر|نوامبر',
    'كانون الاول|ديسمبر|دجنبر|دسامبر',
  ],
};

/** The languages whose names of months are read in every calendar, whatever the screen speaks. */
export const monthLanguages = [
  'en',
  'ar',
  'fa',
  'es',
  'fr',
  'pt',
  'ru',
  'uk',
  'tr',
  'zh',
  'my',
  'sw',
  'am',
  'th',
  'ps',
  'ur',
  'hi',
  'ku',
] as const;

const invisible = /[\p{Cf}ـ]/gu;
/** Accents and vowel signs. In Burmese and the scripts of India they are the vowels themselves. */
const accents = /[\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
const folded: ReadonlyMap<string, string> = new Map([
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ې', 'ي'],
  ['ک', 'ك'],
  ['ة', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ٱ', 'ا'],
  ['ı', 'i'],
  ["'", '’'],
  ['ʻ', ''],
  ['ʼ', ''],
]);

/** What is compared: without accents, vowel signs, invisible marks, and with one form for letters that keyboards write in two. */
export function plainWords(text: string): string {
  const bare = text.normalize('NFKD').replace(invisible, '').replace(accents, '').toLowerCase();
  return Array.from(bare.normalize('NFKD').replace(accents, ''), (letter) => folded.get(letter) ?? letter)
    .join('')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every small word with what it means. */
export function smallWords(): ReadonlyMap<string, Mark> {
  const words = new Map<string, Mark>();
  const put = (list: string, separator: string, mark: Mark): void => {
    for (const word of list.split(separator)) {
      const plain = plainWords(word);
      if (plain !== '' && !words.has(plain)) words.set(plain, mark);
    }
  };
  for (const [season, list] of Object.entries(seasons))
    put(list, ' ', { is: 'season', season: season as keyof typeof seasons });
  for (const [calendar, list] of Object.entries(calendarWords))
    put(list, '|', { is: 'calendar', calendar: calendar as Calendar, isSure: true });
  for (const word of ['ه', 'هجري', 'هجريه', 'hijri'])
    words.set(word, { is: 'calendar', calendar: 'islamic-umalqura', isSure: false });
  for (const [unit, list] of Object.entries(units))
    put(list, ' ', { is: 'unit', unit: unit as keyof typeof units });
  for (const [is, list] of Object.entries(marks)) put(list, '|', { is: is as keyof typeof marks });
  return words;
}
