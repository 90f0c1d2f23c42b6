import Clapperboard from 'lucide-solid/icons/clapperboard'
import FileText from 'lucide-solid/icons/file-text'
import GraduationCap from 'lucide-solid/icons/graduation-cap'
import Landmark from 'lucide-solid/icons/landmark'
import Megaphone from 'lucide-solid/icons/megaphone'
import Newspaper from 'lucide-solid/icons/newspaper'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import Radio from 'lucide-solid/icons/radio'
import { Match, Switch } from 'solid-js'

/** A tool names its icon; only those in use are part of the app. */
export function ToolIcon(props: { icon: string; size?: number }) {
  return (
    <Switch fallback={<FileText size={props.size ?? 18} aria-hidden="true" />}>
      <Match when={props.icon === 'newspaper'}>
        <Newspaper size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'notebook-pen'}>
        <NotebookPen size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'landmark'}>
        <Landmark size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'graduation-cap'}>
        <GraduationCap size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'megaphone'}>
        <Megaphone size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'radio'}>
        <Radio size={props.size ?? 18} aria-hidden="true" />
      </Match>
      <Match when={props.icon === 'clapperboard'}>
        <Clapperboard size={props.size ?? 18} aria-hidden="true" />
      </Match>
    </Switch>
  )
}
