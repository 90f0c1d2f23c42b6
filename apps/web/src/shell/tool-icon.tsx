import FileText from 'lucide-solid/icons/file-text'
import Newspaper from 'lucide-solid/icons/newspaper'
import { Match, Switch } from 'solid-js'

/** A tool names its icon; only those in use are part of the app. */
export function ToolIcon(props: { icon: string; size?: number }) {
  return (
    <Switch fallback={<FileText size={props.size ?? 18} aria-hidden="true" />}>
      <Match when={props.icon === 'newspaper'}>
        <Newspaper size={props.size ?? 18} aria-hidden="true" />
      </Match>
    </Switch>
  )
}
