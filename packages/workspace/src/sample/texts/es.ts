import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'es',
  names: ['Río', 'Colina', 'Sauce', 'Brisa'],
  first: {
    journalistAbroad:
      'Soy periodista. Tuve que salir de mi país el mes pasado. Mi permiso aquí termina en cinco semanas y no puedo volver.',
    landThreatened:
      'Defendemos un río contra una mina. Esta semana vinieron hombres dos veces de noche a mi casa y preguntaron dónde duermo.',
    hiding:
      'Vivo a escondidas en casa de amistades. Mi familia y el barrio me buscan desde que saben a quién quiero.',
    lawyerCharged:
      'Soy abogada de personas presas. El lunes abrieron una causa contra mí. La audiencia es en tres semanas.',
    familyWithChildren:
      'Llevo un pequeño centro de mujeres. Después de la última amenaza salí de casa con mis tres hijos. Necesitamos un lugar para los cuatro.',
    respite:
      'Hago este trabajo desde hace nueve años y ya no duermo. Quisiera descansar unas semanas y luego seguir.',
    forColleague:
      'Escribo por una compañera. Esta mañana se la llevaron de su oficina. No sabemos dónde está.',
    followedAbroad:
      'Vivo fuera desde hace dos años. Ahora visitan a mis padres y preguntan por mi dirección.',
    equipmentTaken:
      'Me quitaron la cámara, la computadora y el teléfono. Sin eso no puedo trabajar ni hablar con mis fuentes.',
    phoneWatched: 'Creo que alguien lee mis mensajes. Hay gente que sabe cosas que conté a una sola persona.',
    notForUs: 'Quiero trabajar en Europa. ¿Me pueden mandar una invitación y una visa?',
  },
  more: [
    'Hoy había otra vez un carro delante de la casa, el mismo de la semana pasada.',
    'Puedo viajar. Mi pasaporte vale hasta el año que viene.',
    'Tengo un lugar para dos noches. Después no sé.',
    'Por favor, no llamen a mi número de antes. Ya no lo tengo.',
  ],
  thanks: 'Gracias. Ayuda saber que alguien lee esto.',
  answer: 'Gracias por escribir. Lo hemos leído y te respondemos aquí. Tú decides qué quieres contarnos.',
  question: '¿Podemos preguntar si el lugar donde duermes hoy es seguro? ¿En qué país estás ahora?',
  sorry:
    'Lo sentimos: esto no lo podemos hacer. Abajo hay otras organizaciones que quizá sí. Puedes escribir aquí de nuevo si algo cambia.',
};
