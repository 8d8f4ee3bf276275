import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'sw',
  names: ['Mto', 'Mbuga', 'Changarawe', 'Upepo'],
  first: {
    journalistAbroad:
      'Mimi ni mwandishi wa habari. Mwezi uliopita ilibidi niondoke nchini. Kibali changu hapa kinaisha baada ya wiki tano na siwezi kurudi.',
    landThreatened:
      'Tunautetea mto dhidi ya mgodi. Wiki hii watu wamekuja nyumbani usiku mara mbili wakauliza ninalala wapi.',
    hiding: 'Nimejificha kwa marafiki. Familia na majirani wananitafuta tangu walipojua ninampenda nani.',
    lawyerCharged:
      'Mimi ni wakili wa wafungwa. Jumatatu walinifungulia kesi. Itasikilizwa baada ya wiki tatu.',
    familyWithChildren:
      'Ninaendesha kituo kidogo cha wanawake. Baada ya tishio la mwisho niliondoka nyumbani na watoto wangu watatu. Tunahitaji mahali pa watu wanne.',
    respite:
      'Nimefanya kazi hii miaka tisa na silali tena. Ningependa kupumzika wiki chache kisha niendelee.',
    forColleague: 'Ninaandika kwa niaba ya mwenzangu. Alichukuliwa ofisini leo asubuhi. Hatujui yuko wapi.',
    followedAbroad:
      'Ninaishi nje kwa miaka miwili. Sasa wanawatembelea wazazi wangu na kuuliza anwani yangu.',
    equipmentTaken:
      'Walichukua kamera, kompyuta na simu yangu. Bila hivyo siwezi kufanya kazi wala kuwapata watu wangu.',
    phoneWatched: 'Nadhani kuna mtu anasoma ujumbe wangu. Watu wanajua mambo niliyomwambia mtu mmoja tu.',
    notForUs: 'Nataka kufanya kazi Ulaya. Mnaweza kunitumia mwaliko na viza?',
  },
  more: [
    'Leo gari lile la wiki iliyopita lilikuwa tena mbele ya nyumba.',
    'Ninaweza kusafiri. Pasipoti yangu ni halali hadi mwaka ujao.',
    'Nina mahali pa siku mbili. Baadaye sijui.',
    'Tafadhali msipige namba yangu ya zamani. Sinayo tena.',
  ],
  thanks: 'Asante. Inasaidia kujua kuna anayesoma.',
  answer: 'Asante kwa kuandika. Tumesoma na tutajibu hapa. Wewe unaamua unachotaka kusema.',
  question: 'Tunaweza kuuliza: mahali utakapolala leo ni salama? Uko nchi gani sasa?',
  sorry:
    'Tunasikitika: hili hatuwezi kulifanya. Hapa chini wapo wengine ambao huenda wakaweza. Unaweza kuandika tena hapa kama kuna mabadiliko.',
};
