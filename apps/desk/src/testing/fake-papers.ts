/*
 * Papers that try everything a PDF can try (fault 56): scripts when it opens, when a page opens and when it is printed,
 * programs, addresses, forms that send themselves, pictures and pages that lie elsewhere. All made up here.
 */

/** A paper of so many pages; each says its number, and the letters come from fonts that every reader has to bring. */
export function hostilePaper(pages: number): string {
  const script = (name: string): string =>
    `<</S/JavaScript/JS(app.launchURL("/canary?${name}");this.submitForm("/canary?${name}-form");)>>`;
  const objects: string[] = [
    `<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(/canary?open)/Next ${script('next')}>>
/AA<</WC ${script('close')}/WP ${script('print')}>>/Names<</JavaScript<</Names[(a)${script('names')}]>>>>
/AcroForm<</Fields[6 0 R]/NeedAppearances true/XFA 7 0 R>>>>`,
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, page) => `${8 + page * 2} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceRGB/BitsPerComponent 8/Length 0/F<</FS/URL/F(/canary?image)>>>>\nstream\n\nendstream',
    `<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A<</S/Launch/F(/canary?launch)/Win<</F(calc.exe)>>>>/AA<</E ${script('enter')}>>>>`,
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(field)/V(Written into a form)/DA(/F1 12 Tf 0 g)/Rect[60 600 400 630]/AA<</F ${script('format')}/C ${script('calculate')}>>>>`,
    '<</Length 60>>\nstream\n<xdp><script>xfa.host.gotoURL("/canary?xfa")</script></xdp>   \nendstream',
  ];
  for (let page = 1; page <= pages; page += 1) {
    const text = `BT /F1 36 Tf 60 720 Td (Page number ${page}) Tj ET 0.8 0.1 0.1 rg 60 660 200 20 re f /X Do`;
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${8 + page * 2 - 1} 0 R/Annots[5 0 R 6 0 R]
/Resources<</Font<</F1 3 0 R>>/XObject<</X 4 0 R>>>>/AA<</O ${script('page')}>>>>`,
      `<</Length ${text.length}>>\nstream\n${text}\nendstream`,
    );
  }
  return paperOf(objects, '');
}

/** A paper that nobody can open without its password. */
export const lockedPaper = paperOf(
  ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 0/Kids[]>>'],
  `/Encrypt<</Filter/Standard/V 1/R 2/P -1/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>/ID[<${'ef'.repeat(16)}><${'ef'.repeat(16)}>]`,
);

function paperOf(objects: readonly string[], trailer: string): string {
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
}
