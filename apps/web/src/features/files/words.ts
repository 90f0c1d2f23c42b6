import { addWords } from '../../i18n/i18n.ts'
import { filesZh } from './words.zh.ts'

export const useI18n = addWords(filesZh, () => import('./words.en.ts').then(({ filesEn }) => filesEn))
