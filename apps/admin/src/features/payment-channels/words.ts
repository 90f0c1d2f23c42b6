import { addWords } from '../../i18n/i18n.ts'
import { paymentChannelsZh } from './words.zh.ts'

export const useI18n = addWords(paymentChannelsZh, () =>
  import('./words.en.ts').then(({ paymentChannelsEn }) => paymentChannelsEn),
)
