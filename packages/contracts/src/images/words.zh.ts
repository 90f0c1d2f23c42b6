import type { imagesErrors } from './errors.ts'

export const imagesErrorsZh = {
  IMAGE_URL_REFUSED: '这个网址取不到图片，没有扣积分。请核对地址能公开访问，或把图片上传后再试。',
  IMAGE_MASK_DIFFERS: '涂抹区域和图片尺寸不一致，没有扣积分。请在原图上重新涂抹。',
  IMAGE_MASK_COLOURED: '遮罩要是黑白图：白色是要重绘的部分。这次没有扣积分。请换一张黑白的 PNG，或在原图上涂抹。',
  IMAGE_MASK_EMPTY: '没有涂抹任何区域，没有扣积分。请涂出要重绘的部分。',
  IMAGE_TOO_LARGE_TO_ENLARGE: '放大后会超过 {{ maximum }} 百万像素，没有扣积分。请选较小的倍数，或换一张较小的图片。',
  CREATION_HAS_NO_PICTURES: '这个作品没有图片，不能这样操作，没有扣积分。请从图片作品里选择。',
  WORK_PART_NOT_FOUND: '作品里没有这个位置，可能内容已经改动。请刷新后重新选择。',
  ATTACHMENT_NOT_FOUND: '没有找到这张配图，它可能已被移除。请刷新后查看。',
  ATTACHMENTS_LIMIT: '这个作品的配图已满（最多 {{ limit }} 张）。请移除不用的配图后再试。',
  IMAGE_PRICE_CHANGED: '这个价格刚被别人改过：现在是 {{ credits }} 积分，没有保存。请看清现在的价格再改。',
} satisfies Record<keyof typeof imagesErrors, string>
