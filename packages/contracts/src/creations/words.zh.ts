import type { creationsErrors } from './errors.ts'

export const creationsErrorsZh = {
  CREATION_NOT_FOUND: '没有找到这篇作品，它可能已被删除。请回到作品库查看。',
  CREATION_BUSY: '这个作品正在生成，这次没有改动，也没有扣积分。请等它完成，或先停止。',
  CREATION_IN_TRASH: '这篇在回收站里，先恢复再操作。',
  VERSION_NOT_FOUND: '没有找到这个版本，它可能属于另一篇作品。请刷新版本列表后再试。',
  EXPORT_UNAVAILABLE: '这个文件没有生成：此刻导出的人太多，或这篇太长。作品没有任何改动，请{{ wait }}后再试。',
  CREATIONS_LIMIT:
    '你的作品已有 {{ limit }} 篇（含回收站），到了上限，没有新建，也没有扣积分。请删去不用的作品；回收站里的 30 天后清除，之后就有空位。',
  VERSIONS_LIMIT: '这篇作品已有 {{ limit }} 个版本，到了上限，没有改动，也没有扣积分。请复制成一篇新作品再继续。',
  STORED_TEXT_LIMIT:
    '你存的文字已满 {{ limit }} MB，到了上限，没有改动，也没有扣积分。请删去不用的作品；回收站里的 30 天后清除，之后就有空间。',
  CREATION_HAS_NO_TEXT: '这篇作品还没有正文，没有扣积分。请先生成一次。',
} satisfies Record<keyof typeof creationsErrors, string>
