import { useI18n } from '../../i18n/i18n.ts'

/** How a list names somebody: `@name`, and of a deleted account, which has none, that it is one. */
export function usePersonName(): (username: string) => string {
  const { t } = useI18n()
  return (username) => (username === '' ? t('people.deleted') : `@${username}`)
}
