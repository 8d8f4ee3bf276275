import type { squareCode } from '@leeward/ui/square-code.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../model/language.ts';

/** Her numbers as a square code, drawn on the phone. What draws it is fetched when it is asked for. */
export function Square({ digits }: { readonly digits: readonly string[] }) {
  const { t } = useLanguage();
  const [code, setCode] = useState<ReturnType<typeof squareCode> | null | 'failed'>(null);
  useEffect(() => {
    import('@leeward/ui/square-code.ts').then(
      (module) => setCode(module.squareCode(digits.join(''))),
      () => setCode('failed'),
    );
  }, [digits]);
  if (code === null) return <p class="small quiet">{t('common.loading')}</p>;
  if (code === 'failed') return <p class="note warn small">{t('problem.server.happened')}</p>;
  return (
    <svg
      class="square"
      role="img"
      aria-label={t('words.qrName')}
      viewBox={`0 0 ${code.size} ${code.size}`}
      shape-rendering="crispEdges"
    >
      <path class="paper" d={`M0 0h${code.size}v${code.size}H0z`} />
      <path d={code.path} />
    </svg>
  );
}
