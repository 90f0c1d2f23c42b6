import { addWords } from '../../i18n/i18n.ts'
import { publicationsZh } from './words.zh.ts'

export const useI18n = addWords(publicationsZh, () =>
  import('./words.en.ts').then(({ publicationsEn }) => publicationsEn),
)
