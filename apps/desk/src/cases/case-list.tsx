import type { CaseLine } from '@leeward/workspace/desk/case-contract.ts';
import type { ReactNode } from 'react';
import { addressOf } from '../router/route.ts';
import { CaseLineView } from './case-line.tsx';

/** A few cases as links, such as those that may be the one that somebody is about to open a second time. */
export function CaseList({ lines }: { readonly lines: readonly CaseLine[] }): ReactNode {
  return (
    <ul className="plain lines card">
      {lines.map((line) => (
        <li key={line.record} className="line-row">
          <a href={addressOf({ name: 'case', record: line.record })}>
            <CaseLineView line={line} />
          </a>
        </li>
      ))}
    </ul>
  );
}
