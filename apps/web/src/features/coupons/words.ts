import { addWords } from '../../i18n/i18n.ts'
import { couponsZh } from './words.zh.ts'

export const useI18n = addWords(couponsZh, () => import('./words.en.ts').then(({ couponsEn }) => couponsEn))
