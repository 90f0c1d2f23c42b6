import type { imagePricesZh } from './words.zh.ts'

export const imagePricesEn = {
  imagePrices: {
    subtitle:
      'Credits of one picture. A change takes effect at once; what was pressed before keeps its price. Members pay none, and plain enlargement is free.',
    tool: 'Tool',
    quality: 'Quality',
    price: 'Price now',
    now: (credits) => `Now ${credits} credits a picture`,
    perPicture: (credits) => `${credits} credits a picture`,
    since: 'In force since',
    never: 'The first price',
    change: 'Change',
    changeOf: (what) => `Change ${what}`,
    changeTitle: (what) => `Change the price of “${what}”`,
    changeHint:
      'It takes effect at once for what is pressed from then on; what was pressed before keeps its price. The change is recorded.',
    credits: 'New price (credits a picture)',
    reason: 'Reason',
    reasonPlaceholder: 'Why, e.g. the vendor’s prices changed',
    fromTo: (before, after) => `${before} → ${after} credits a picture`,
    same: 'This is the price now; nothing would change.',
    save: 'Change the price',
    saveTo: (before, after) => `Change the price: ${before} → ${after}`,
    changed: (what, credits) => `${what} takes ${credits} credits a picture now`,
    history: 'Changes',
    at: 'In force from',
    by: 'Set by',
    what: 'What changed',
    noHistory: 'No price was ever changed',
    noReason: 'No reason was given',
    toAudit: 'See the audit log',
    empty: 'There is no tool to price',
  },
} satisfies typeof imagePricesZh
