import { addWords } from '../../i18n/i18n.ts'
import { deletionZh } from './words.zh.ts'

export const useI18n = addWords(deletionZh, () => import('./words.en.ts').then(({ deletionEn }) => deletionEn))
