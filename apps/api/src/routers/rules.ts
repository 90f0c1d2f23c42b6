import type { Wording } from '@mozhou/contracts/wording'

/** Rules that more than one procedure has, in words for the document. */
export const cursorRule: Wording = {
  zh: '`cursor` 只能是同一个列表、同样筛选和排序条件下上一页给出的 `nextCursor`；第一页不填，`nextCursor` 为 null 就是最后一页。',
  en: '`cursor` is a `nextCursor` of the same list with the same filters and order; leave it out for the first page. A `nextCursor` of null is the end.',
}

export const instructionRule = (goals: string): Wording => ({
  zh: `\`goal\` 为 ${goals} 时必须填写 \`instruction\`。`,
  en: `With the \`goal\` ${goals} an \`instruction\` is required.`,
})

export const baseVersionRule: Wording = {
  zh: '`baseVersionId` 是作品当前的版本；若已有更新的版本，什么都不会改，回答 409 CREATION_CONFLICT 和 params.currentVersionId。',
  en: '`baseVersionId` is the current version of the work; if another has come since, nothing changes and the answer is 409 CREATION_CONFLICT with params.currentVersionId.',
}
