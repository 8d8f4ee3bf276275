import type { ReactNode } from 'react';
import { qrPath } from './qr-path.ts';

/** A QR code, drawn here: no third party learns the link. Black on white in every theme, because cameras need it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const { size, path } = qrPath(text);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className="qr-ground" width={size} height={size} />
      <path className="qr-ink" d={path} />
    </svg>
  );
}
