import { addWords } from '../../i18n/i18n.ts'
import { imagePricesZh } from './words.zh.ts'

export const useI18n = addWords(imagePricesZh, () => import('./words.en.ts').then(({ imagePricesEn }) => imagePricesEn))
