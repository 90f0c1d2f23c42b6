import FileText from 'lucide-solid/icons/file-text'
import Newspaper from 'lucide-solid/icons/newspaper'
import BookOpenText from 'lucide-solid/icons/book-open-text'
import ChartNoAxesCombined from 'lucide-solid/icons/chart-no-axes-combined'
import ClipboardList from 'lucide-solid/icons/clipboard-list'
import FileUser from 'lucide-solid/icons/file-user'
import GraduationCap from 'lucide-solid/icons/graduation-cap'
import Languages from 'lucide-solid/icons/languages'
import Replace from 'lucide-solid/icons/replace'
import { Match, Switch } from 'solid-js'

/** A tool names its icon; only those in use are part of the app. */
export function ToolIcon(props: { icon: string; size?: number }) {
  return (
    <Switch fallback={<FileText size={props.size ?? 18} aria-hidden="true" />}>
      <Match when={props.icon === 'newspaper'}>
        <Newspaper size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'book-open-text'}>
        <BookOpenText size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'chart-no-axes-combined'}>
        <ChartNoAxesCombined size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'clipboard-list'}>
        <ClipboardList size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'file-user'}>
        <FileUser size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'graduation-cap'}>
        <GraduationCap size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'replace'}>
        <Replace size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'languages'}>
        <Languages size={props.size ?? 18} aria-hidden="true" />
      </Match>
    </Switch>
  )
}
