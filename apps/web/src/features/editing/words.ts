import { addWords } from '../../i18n/i18n.ts'
import { editingZh } from './words.zh.ts'

export const useI18n = addWords(editingZh, () => import('./words.en.ts').then(({ editingEn }) => editingEn))
