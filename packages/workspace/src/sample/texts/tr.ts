import type { SampleTexts } from './form.ts';

export const texts: SampleTexts = {
  language: 'tr',
  names: ['Irmak', 'Çayır', 'Çakıl', 'Esinti'],
  first: {
    journalistAbroad:
      'Gazeteciyim. Geçen ay ülkemden ayrılmak zorunda kaldım. Buradaki iznim beş hafta sonra bitiyor ve geri dönemem.',
    landThreatened:
      'Bir ırmağı madene karşı savunuyoruz. Bu hafta gece iki kez evime geldiler ve nerede uyuduğumu sordular.',
    hiding:
      'Arkadaşlarımın yanında saklanıyorum. Ailem ve komşular kimi sevdiğimi öğrendiklerinden beri beni arıyor.',
    lawyerCharged: 'Mahpusların avukatıyım. Pazartesi hakkımda dava açıldı. Duruşma üç hafta sonra.',
    familyWithChildren:
      'Küçük bir kadın merkezi yürütüyorum. Son tehditten sonra üç çocuğumla evden ayrıldık. Dört kişilik bir yere ihtiyacımız var.',
    respite:
      'Dokuz yıldır bu işi yapıyorum ve artık uyuyamıyorum. Birkaç hafta dinlenip sonra sürdürmek istiyorum.',
    forColleague: 'Bir meslektaşım için yazıyorum. Bu sabah ofisinden götürüldü. Nerede olduğunu bilmiyoruz.',
    followedAbroad: 'İki yıldır yurt dışındayım. Şimdi annemle babama gelip adresimi soruyorlar.',
    equipmentTaken:
      'Kameramı, bilgisayarımı ve telefonumu aldılar. Onlarsız çalışamıyor, kaynaklarıma ulaşamıyorum.',
    phoneWatched: 'Sanırım biri mesajlarımı okuyor. Yalnızca bir kişiye söylediklerimi bilenler var.',
    notForUs: 'Avrupa’da çalışmak istiyorum. Davetiye ve vize gönderir misiniz?',
  },
  more: [
    'Bugün geçen haftaki araba yine evin önündeydi.',
    'Yolculuk edebilirim. Pasaportum gelecek yıla kadar geçerli.',
    'İki gece kalacak yerim var. Sonrasını bilmiyorum.',
    'Lütfen eski numaramı aramayın. Artık bende değil.',
  ],
  thanks: 'Teşekkürler. Birinin okuması iyi geliyor.',
  answer:
    'Yazdığınız için teşekkürler. Okuduk, buradan yanıt vereceğiz. Ne anlatacağınıza siz karar verirsiniz.',
  question: 'Sorabilir miyiz: bu gece uyuyacağınız yer güvenli mi? Şimdi hangi ülkedesiniz?',
  sorry:
    'Üzgünüz: bunu yapamıyoruz. Aşağıda belki yapabilecek başkaları var. Bir şey değişirse buraya yeniden yazabilirsiniz.',
};
