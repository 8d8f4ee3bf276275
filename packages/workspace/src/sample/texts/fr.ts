import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'fr',
  names: ['Rivière', 'Colline', 'Galet', 'Brise'],
  first: {
    journalistAbroad:
      'Je suis journaliste. J’ai dû quitter mon pays le mois dernier. Mon titre de séjour finit dans cinq semaines et je ne peux pas rentrer.',
    landThreatened:
      'Nous défendons une rivière contre une mine. Cette semaine, des hommes sont venus deux fois la nuit chez moi et ont demandé où je dors.',
    hiding:
      'Je me cache chez des amis. Ma famille et le quartier me cherchent depuis qu’ils savent qui j’aime.',
    lawyerCharged:
      'Je défends des personnes détenues, je suis avocate. Lundi, une procédure a été ouverte contre moi. L’audience est dans trois semaines.',
    familyWithChildren:
      'Je tiens un petit centre pour femmes. Après la dernière menace, j’ai quitté la maison avec mes trois enfants. Il nous faut un lieu pour quatre.',
    respite:
      'Je fais ce travail depuis neuf ans et je ne dors plus. J’aimerais me reposer quelques semaines, puis continuer.',
    forColleague:
      'J’écris pour une collègue. Elle a été emmenée de son bureau ce matin. Nous ne savons pas où elle est.',
    followedAbroad:
      'Je vis à l’étranger depuis deux ans. Maintenant on rend visite à mes parents et on demande mon adresse.',
    equipmentTaken:
      'On m’a pris mon appareil, mon ordinateur et mon téléphone. Sans eux, je ne peux ni travailler ni joindre mes sources.',
    phoneWatched:
      'Je crois que quelqu’un lit mes messages. Des gens savent ce que je n’ai dit qu’à une personne.',
    notForUs: 'Je voudrais travailler en Europe. Pouvez-vous m’envoyer une invitation et un visa ?',
  },
  more: [
    'Aujourd’hui, la même voiture que la semaine dernière était devant la maison.',
    'Je peux voyager. Mon passeport est valable jusqu’à l’an prochain.',
    'J’ai un endroit pour deux nuits. Après, je ne sais pas.',
    'N’appelez pas mon ancien numéro, s’il vous plaît. Je ne l’ai plus.',
  ],
  thanks: 'Merci. Cela aide de savoir que quelqu’un lit.',
  answer:
    'Merci de votre message. Nous l’avons lu et nous répondons ici. C’est vous qui décidez ce que vous voulez dire.',
  question:
    'Pouvons-nous demander : l’endroit où vous dormez ce soir est-il sûr ? Dans quel pays êtes-vous ?',
  sorry:
    'Nous regrettons : nous ne pouvons pas faire cela. D’autres, ci-dessous, le peuvent peut-être. Vous pouvez écrire de nouveau ici si quelque chose change.',
};
