/** Small parts that every kind of file needs. */

export function sentence(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}

export function button(text: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', press);
  return element;
}

export function box(className: string, ...children: readonly Node[]): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  element.append(...children);
  return element;
}

/** Words with numbers in them, as the reader writes numbers. */
export function withNumbers(words: string, locale: string, values: Readonly<Record<string, number>>): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, new Intl.NumberFormat(locale).format(value)),
    words,
  );
}
