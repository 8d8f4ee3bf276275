import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'en',
  names: ['River', 'Meadow', 'Pebble', 'Harbour'],
  first: {
    journalistAbroad:
      'I am a journalist. I had to leave my country last month. My permit here ends in five weeks and I cannot go back.',
    landThreatened:
      'We defend a river against a mine. Men came to my house at night twice this week and asked where I sleep.',
    hiding:
      'I am hiding with friends. My family and the neighbours are looking for me since they found out who I love.',
    lawyerCharged:
      'I am a lawyer of people in prison. On Monday they opened a case against me. The hearing is in three weeks.',
    familyWithChildren:
      'I run a small centre for women. After the last threat I left home with my three children. We need a place for all of us.',
    respite:
      'I have done this work for nine years and cannot sleep any more. I would like to rest for some weeks and then go on.',
    forColleague:
      'I write for a colleague. She was taken from her office this morning. We do not know where she is.',
    followedAbroad:
      'I have lived abroad for two years. Now people visit my parents at home and ask for my address.',
    equipmentTaken:
      'They took my camera, my computer and my phone. Without them I cannot work or reach my sources.',
    phoneWatched: 'I think somebody reads my messages. People know things that I told only one person.',
    notForUs: 'I would like to work in Europe. Can you send me an invitation and a visa?',
  },
  more: [
    'Today a car stood in front of the house again, the same as last week.',
    'I can travel. My passport is valid until next year.',
    'I have found a place for two nights. After that I do not know.',
    'Please do not call my old number. It is no longer with me.',
  ],
  thanks: 'Thank you. It helps that somebody reads this.',
  answer:
    'Thank you for writing. We have read it and we will answer you here. You decide what you want to tell us.',
  question: 'May we ask: is the place where you sleep tonight safe for you? In which country are you now?',
  sorry:
    'We are sorry: this is not something that we can do. Below are others who may. You can write here again if something changes.',
};
