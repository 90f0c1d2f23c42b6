/** Text in both languages of the product. */
export interface Wording {
  zh: string
  en: string
}
