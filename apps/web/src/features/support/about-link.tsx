import type { ConversationLinkDto } from '@mozhou/contracts/support/answers'
import { Link } from '@tanstack/solid-router'
import { Match, Switch } from 'solid-js'
import { useLinkWords } from './use-link-words.ts'

/** Leads to what a conversation is about, where that is still there. */
export function AboutLink(props: { link: ConversationLinkDto }) {
  const words = useLinkWords()
  const order = () => (props.link.kind === 'order' ? props.link : undefined)
  const work = () => (props.link.kind !== 'order' && props.link.state !== 'purged' ? props.link : undefined)
  return (
    <Switch fallback={<span class="text-ink-3">{words(props.link)}</span>}>
      <Match when={order()}>
        {(link) => (
          <Link to="/orders/$orderId" params={{ orderId: link().orderId }} class="text-accent-text hover:underline">
            {words(link())}
          </Link>
        )}
      </Match>
      <Match when={work()}>
        {(link) => (
          <Link
            to="/creations/$creationId"
            params={{ creationId: link().creationId }}
            class="text-accent-text hover:underline"
          >
            {words(link())}
          </Link>
        )}
      </Match>
    </Switch>
  )
}
