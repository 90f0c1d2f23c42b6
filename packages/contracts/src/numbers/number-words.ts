/** What multiplies the digits before it, in the languages that texts are translated between; 万亿 stands before 万. */
const rows: readonly (readonly [number, string])[] = [
  [1e12, '万亿|萬億|兆(?!瓦|赫|帕|字节|比特)|조|trillion|(?:de )?billones'],
  [
    1e9,
    'billions?|bn|十亿|milliards?|milliarden?|mrd\\.?|mld|mil millones|bilh(?:ão|ões)|miliard[oi]|miliar|bilion|tỷ',
  ],
  [1e9, 'млрд\\.?|миллиард\\p{L}*|مليار(?:ات)?|พันล้าน'],
  [1e8, '亿|億|억'],
  [1e7, '千万|千萬|천만'],
  [1e6, '百万|百萬|백만|millions?|mln|mn|millionen|mio\\.?|millón|millones|milh(?:ão|ões)|milion[ei]|triệu|juta'],
  [1e6, 'млн\\.?|миллион\\p{L}*|مليون|ملايين|ล้าน'],
  [1e5, '十万|แสน'],
  [1e4, '万|萬|만|หมื่น'],
  [1e3, '千(?!米|克|瓦|卡|赫|帕|伏|兆|字节|升)|천|thousand|tausend|tsd\\.?|mille|mil|mila|nghìn|ngàn|ribu'],
  [1e3, 'тыс\\.?|тысяч\\p{L}*|ألف|آلاف|พัน'],
  [1e2, '百(?!分)|hundred'],
  [12, 'dozen'],
]

/** For patterns that ignore case; a word in Latin letters ends where its letters do. */
export const multiplierPattern = `(?:${rows.map(([, words]) => words).join('|')})(?!\\p{Script=Latin})`

const whole = rows.map(([value, words]) => ({ value, pattern: new RegExp(`^(?:${words})$`, 'iu') }))
/** Letters that stand right behind their digits; `50w` are 50万. */
const letters: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, w: 1e4, W: 1e4, M: 1e6, B: 1e9 }

export const multiplierOf = (word: string) =>
  letters[word] ?? whole.find(({ pattern }) => pattern.test(word))?.value ?? 1
