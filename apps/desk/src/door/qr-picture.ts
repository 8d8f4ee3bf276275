import { qrPath } from './qr-path.ts';

/** The QR code as a picture of its own: two colours, and nothing that names who made it. */
export function qrPicture(text: string): string {
  const { size, path } = qrPath(text);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">`,
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`,
  ].join('');
}
