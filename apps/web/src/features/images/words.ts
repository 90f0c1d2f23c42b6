import { addWords } from '../../i18n/i18n.ts'
import { imagesZh } from './words.zh.ts'

export const useI18n = addWords(imagesZh, () => import('./words.en.ts').then(({ imagesEn }) => imagesEn))
