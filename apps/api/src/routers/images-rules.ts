import type { Wording } from '@mozhou/contracts/wording'

export const pictureRule: Wording = {
  zh: '图片写文件编号 `fil_…` 或公网地址 `https://…`；也可以用 multipart/form-data 直接上传，部分名为 `image`，遮罩为 `mask`。',
  en: 'A picture is the id of a file, `fil_…`, or a public address, `https://…`; it may also be sent along as multipart/form-data, in a part `image`, the mask in `mask`.',
}

export const wishRule: Wording = {
  zh: '没有 `work` 时必须有 `prompt`。',
  en: 'Without `work` there must be a `prompt`.',
}

export const placeRule: Wording = {
  zh: '`illustration` 要写 `place`，从 0 起。',
  en: '`illustration` needs a `place`, from 0.',
}
