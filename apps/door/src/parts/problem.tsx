import { useLanguage } from '../model/language.ts';

/** What went wrong, what is safe, what to do: always all three, in this order. */
export function ProblemText({
  happened,
  safe,
  todo,
}: {
  readonly happened: string;
  readonly safe?: string | undefined;
  readonly todo: string;
}) {
  const { t } = useLanguage();
  return (
    <dl class="problem">
      <dt>{t('problem.happened')}</dt>
      <dd>{happened}</dd>
      {safe === undefined ? null : (
        <>
          <dt>{t('problem.safe')}</dt>
          <dd>{safe}</dd>
        </>
      )}
      <dt>{t('problem.do')}</dt>
      <dd>{todo}</dd>
    </dl>
  );
}
