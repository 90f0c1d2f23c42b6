/** Word pairs: everyday ↔ formal. */
const registers: readonly (readonly [string, string])[] = [
  ['很多', '诸多'],
  ['但是', '然而'],
  ['其实', '事实上'],
  ['咱们', '我们'],
  ['想要', '希望'],
  ['一开始', '初期'],
  ['慢慢', '逐步'],
  ['容易', '易于'],
  ['马上', '立即'],
  ['所以', '因此'],
  ['如果', '倘若'],
  ['不过', '但'],
  ['做好', '落实'],
  ['大多', '大多数情况下'],
  ['告诉', '提示'],
  ['省下', '节约'],
  ['聊聊', '探讨'],
  ['试试', '尝试'],
  ['往往', '通常'],
  ['一点点', '逐项'],
]

/** Same register, other words. */
const synonyms: readonly (readonly [string, string])[] = [
  ['往往', '常常'],
  ['真正', '真切地'],
  ['其实', '说到底'],
  ['重要', '要紧'],
  ['方法', '做法'],
  ['问题', '难题'],
  ['开始', '起步'],
  ['经验', '心得'],
  ['改变', '变化'],
  ['简单', '朴素'],
  ['清楚', '明白'],
  ['坚持', '持之以恒'],
  ['often', 'frequently'],
  ['simple', 'plain'],
  ['start', 'begin'],
]

function swap(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((result, [from, to]) => result.replaceAll(from, to), text)
}

export function formalise(text: string): string {
  return swap(text, registers)
}

export function loosen(text: string): string {
  const pairs = registers.map(([plain, formal]) => [formal, plain] as const)
  const loose = swap(text, pairs).replaceAll('我们', '咱们')
  // Only the first plain paragraph gets a question: after every one it would be a tic.
  return loose.replace(/^((?!\s*[#>\-\d]).+)。$/m, '$1，是不是？')
}

export function reword(text: string): string {
  return swap(text, synonyms)
}
