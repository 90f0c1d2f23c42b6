import type { Wording } from '@mozhou/contracts/wording'
import type { Change, ChangeField } from '../platform-package.ts'

interface ChangeKind {
  effect: Change['effect']
  field: ChangeField
  wording: Wording
}

const changed = (field: ChangeField, zh: string, en: string): ChangeKind => ({
  effect: 'changed',
  field,
  wording: { zh, en },
})
const lost = (field: ChangeField, zh: string, en: string): ChangeKind => ({
  effect: 'lost',
  field,
  wording: { zh, en },
})

/** All that adapting may do to a work. */
export const changeKinds = {
  title_into_body: changed(
    'title',
    '没有标题栏，标题放在正文第一行',
    'There is no field for a title: it begins the text',
  ),
  digest_derived: changed(
    'digest',
    '没有写摘要，取自正文开头',
    'No digest was written: it is the beginning of the text',
  ),
  digest_left_out: lost('digest', '平台没有摘要栏，摘要没有发出', 'The platform has no digest'),
  digest_leads_caption: changed('digest', '摘要作为配文', 'The digest is the caption'),
  caption_derived: changed(
    'body',
    '配文取自正文开头，全文在图片里',
    'The caption is the beginning of the text, which stands whole on the pictures',
  ),
  text_onto_cards: changed('body', '正文排成了图片', 'The text is set as pictures'),
  body_left_out: lost('body', '视频只带配文，正文没有发出', 'A film has a caption only: the text is not posted'),
  cards_smaller_type: changed('media', '为了排得下，字号缩小了', 'The type is smaller, so that it fits'),
  theme_lightened: changed(
    'body',
    '全文排版代码超出上限，换成了最轻的样式',
    'Its markup was too long: it has the lightest styles',
  ),
  headings_levelled: changed('body', '标题层级合并为两级', 'Headings have two levels left'),
  links_footnoted: changed('body', '链接改成了文末的脚注', 'Links became notes at the end'),
  links_removed: lost(
    'body',
    '平台不许外链，只留文字',
    'No links are allowed: their words stay, their addresses do not',
  ),
  marks_dropped: changed(
    'body',
    '加粗、倾斜等样式没有了，文字还在',
    'Bold and italic type is gone, its words are there',
  ),
  strikes_dropped: changed(
    'body',
    '删除线没有了，被划掉的文字照常显示',
    'Strikes are gone: struck words look like the others',
  ),
  tables_as_rows: changed('body', '表格改成了逐行的文字', 'Tables became lines of text'),
  code_as_text: changed('body', '代码块改成了普通文字', 'Code became ordinary text'),
  quotes_as_text: changed('body', '引用改成了普通段落', 'Quotes became ordinary paragraphs'),
  rules_dropped: changed('body', '分隔线没有了', 'Dividing lines are gone'),
  formulas_as_pictures: changed('body', '公式改成了图片', 'Formulas became pictures'),
  formulas_as_source: changed('body', '公式以源码显示', 'Formulas are shown as their source'),
  lists_flattened: changed('body', '嵌套列表改成了一层', 'Nested lists have one level left'),
  items_parted: changed(
    'body',
    '列表项里的后续段落移到了列表外',
    'What a list’s item said behind an inner list stands outside it',
  ),
  pictures_after_text: changed(
    'media',
    '没有写进正文的图片放在文末',
    'Pictures that the text does not name stand at its end',
  ),
  pictures_out_of_text: changed('media', '正文里的图片放进了图集', 'Pictures of the text went into the set'),
  cover_derived: changed('cover', '没有指定封面，用了第一张图片', 'No cover was chosen: it is the first picture'),
  media_left_out: lost('media', '这种内容带不了的素材没有发出', 'What content of this kind cannot hold is not posted'),
  tags_left_out: lost('tags', '平台没有话题栏，话题没有发出', 'The platform has no tags'),
  tags_cleaned: changed('tags', '话题去掉了空格、# 和重复', 'Tags are without spaces, hash signs and repeats'),
  label_added: changed('body', '加上了 AI 标识', 'The AI label was added'),
  author_left_out: lost(
    'body',
    '平台显示账号名，作者名没有发出',
    'The platform shows the account’s name, not the author’s',
  ),
} as const satisfies Record<string, ChangeKind>

export type ChangeCode = keyof typeof changeKinds

/** What one adaptation did, gathered as it is done. */
export interface ChangeList {
  add(code: ChangeCode, item?: string): void
  list(): Change[]
}

export function createChanges(): ChangeList {
  const counted = new Map<ChangeCode, { count: number; items: string[] }>()
  return {
    add(code, item) {
      const entry = counted.get(code) ?? { count: 0, items: [] }
      entry.count += 1
      if (item !== undefined) entry.items.push(item)
      counted.set(code, entry)
    },
    list: () => [...counted].map(([code, { count, items }]) => ({ code, ...changeKinds[code], count, items })),
  }
}

/** For text that keeps some of what a plain caption loses: those changes are not made there. */
export function withoutChanges(changes: ChangeList, unmade: readonly ChangeCode[]): ChangeList {
  return {
    add(code, item) {
      if (!unmade.includes(code)) changes.add(code, item)
    },
    list: changes.list,
  }
}
