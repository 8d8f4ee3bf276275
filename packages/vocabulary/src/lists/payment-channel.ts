import type { CodeList, CodeOf } from '../list.ts';

/** How money reaches the payee. */
export const paymentChannel = {
  name: 'payment_channel',
  label: 'Payment channels',
  description: 'How money reaches the payee.',
  multi: false,
  ordered: false,
  sensitivity: 4,
  extensible: true,
  items: [
    {
      code: 'pay_bank_transfer',
      label: 'Bank transfer',
      definition: "To payee's account.",
      source: 'default, modelled on https://www.iraqicivilsociety.org/archives/4091',
    },
    { code: 'pay_mobile_money', label: 'Mobile money', definition: 'To a phone wallet.', source: 'default' },
    { code: 'pay_cash_agency', label: 'Cash agency', definition: 'Pick-up with ID.', source: 'default' },
    {
      code: 'pay_cash_in_hand',
      label: 'Cash in hand',
      definition: 'Given by a trusted person, two-person rule.',
      source: 'https://yorkunescochairhrds.org/university-guidelines-arrival',
    },
    {
      code: 'pay_trusted_intermediary',
      label: 'Trusted intermediary',
      definition: 'Organisation or person forwards.',
      source:
        'default, modelled on https://docslib.org/doc/8046613/defenders-in-development-campaign-security-working-group-resources-for-campaign-members-and-partners-at-risk',
    },
    {
      code: 'pay_direct_vendor',
      label: 'Direct to vendor',
      definition: 'Landlord, clinic, lawyer, airline.',
      source: 'default, modelled on https://www.iraqicivilsociety.org/archives/4091',
    },
    {
      code: 'pay_host_organisation',
      label: 'Through the host organisation',
      definition: 'Host receives and spends.',
      source: 'https://protectdefenders.eu/protecting-defenders',
    },
    {
      code: 'pay_prepaid_card',
      label: 'Prepaid card or voucher',
      definition: 'Stored value.',
      source: 'default',
    },
    {
      code: 'pay_cryptocurrency',
      label: 'Cryptocurrency',
      definition: 'Digital asset; check law, volatility, traceability.',
      source: 'default',
    },
    {
      code: 'pay_in_kind',
      label: 'In kind',
      definition: 'Goods or service instead of money.',
      source: 'https://protectdefenders.eu/protecting-defenders/',
    },
  ],
} as const satisfies CodeList;

/** A code of the list `payment_channel`. */
export type PaymentChannel = CodeOf<typeof paymentChannel>;
