/**
 * What a reader may trip over: marks without partners, brackets in brackets, lines that begin a block each, quotes that lack their marks,
 * and pieces that once cost more than their length. Repeated, each is a text.
 */
export const hostilePieces: readonly string[] = [
  [
    '**a_',
    '*a_',
    '*',
    '_',
    '***a',
    '**',
    '~~a',
    '，*',
    '字*',
    '*字',
    '重**，**',
    '**（',
    '*a*b*',
    'A*算法',
    '_*a',
    '*a **b ',
  ],
  [
    '[',
    '![',
    '](',
    '[a](',
    '[a][',
    '[^',
    '[a](/b)',
    '![a](/b)',
    '[a](b "',
    '![a](<',
    '[*a](',
    '[`a](b)`',
    '([a](',
    '[[a]',
  ],
  ['`', '``a`', '$', '$a', '$$', '\\(', '\\[', '\\[\n', '\\[a\n', '$$a\n', '\\\n'],
  ['<', '<a', '<!--', '<a@b>', '<http://a>', '&', '&#x', '&amp;', '\ufffe', '\u202e'],
  ['http://a.', '![![www.', '(www.a.bc', 'www.a', 'a@b.', 'a@b.cn ', 'a ', '200~'],
  [
    '> ',
    '>a\n',
    '> # a\nx\n',
    '> ```\nx\n',
    '> a|b\n> -|-\nx\n',
    '- > # a\nx\n',
    '> a\n\n',
    '- a\n',
    '- a\n\n',
    '1. a\n',
    '> - 1. ',
  ],
  [
    '# a\n',
    '##一、\n',
    '#',
    '|',
    '|a|\n',
    '|-\n',
    '| a | b |\n|---|---|\n',
    '|---|\n|\n',
    '---\n',
    '```\n',
    '~~~a\n',
    '\n',
    'a\n',
    'a\n\n',
  ],
  ['[a]: /b\n', '[^a]: x\n', '[a]: /b\n[a] ', '[\n', '\t', '\u3000', '**字**\n\n'],
].flat()

/** Marks that open before what they hold and close behind it, each inside the one before. */
export const hostileNests: readonly [string, string][] = [
  ['[', '](/u)'],
  ['![', '](/u)'],
  ['[', ']'],
  ['**a *b ', 'c* d**'],
  ['~~a ', 'b~~'],
  ['[', '(www.a.bc](/u)'],
]

export const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

export function nested([open, close]: readonly [string, string], length: number): string {
  const depth = Math.floor(length / (open.length + close.length))
  return open.repeat(depth) + close.repeat(depth)
}
