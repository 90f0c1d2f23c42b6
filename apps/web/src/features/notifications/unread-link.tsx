import { useQueryClient } from '@tanstack/solid-query'
import { Link } from '@tanstack/solid-router'
import Bell from 'lucide-solid/icons/bell'
import { createSignal, Show } from 'solid-js'
import { useI18n } from '../../i18n/i18n.ts'
import { myMessages } from './queries.ts'
import { watchUnread } from './watch-unread.ts'

/** What is counted at most. */
const most = 99

/** The bell in the header of every page, with how much is unread. */
export function UnreadLink() {
  const { t, number } = useI18n()
  const client = useQueryClient()
  const [unread, setUnread] = createSignal(0)
  watchUnread((count) => {
    if (count === unread()) return
    setUnread(count)
    void client.invalidateQueries({ queryKey: myMessages().queryKey })
  })
  const shown = () => (unread() > most ? `${number(most)}+` : number(unread()))
  return (
    <Link
      to="/messages"
      aria-label={unread() > 0 ? t('app.unread', shown()) : t('app.noneUnread')}
      class="relative flex size-8 shrink-0 items-center justify-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <Bell size={18} aria-hidden="true" />
      <Show when={unread() > 0}>
        <span
          aria-hidden="true"
          class="absolute -top-0.5 -right-0.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] font-medium text-on-accent tabular-nums"
        >
          {shown()}
        </span>
      </Show>
    </Link>
  )
}
