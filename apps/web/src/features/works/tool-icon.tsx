import type { LucideProps } from 'lucide-solid'
import BookOpenText from 'lucide-solid/icons/book-open-text'
import ChartNoAxesCombined from 'lucide-solid/icons/chart-no-axes-combined'
import Clapperboard from 'lucide-solid/icons/clapperboard'
import ClipboardList from 'lucide-solid/icons/clipboard-list'
import FileText from 'lucide-solid/icons/file-text'
import FileUser from 'lucide-solid/icons/file-user'
import GraduationCap from 'lucide-solid/icons/graduation-cap'
import Landmark from 'lucide-solid/icons/landmark'
import Languages from 'lucide-solid/icons/languages'
import Megaphone from 'lucide-solid/icons/megaphone'
import Newspaper from 'lucide-solid/icons/newspaper'
import NotebookPen from 'lucide-solid/icons/notebook-pen'
import Presentation from 'lucide-solid/icons/presentation'
import Radio from 'lucide-solid/icons/radio'
import Replace from 'lucide-solid/icons/replace'
import type { Component } from 'solid-js'
import { Dynamic } from 'solid-js/web'

const icons: Readonly<Record<string, Component<LucideProps>>> = {
  newspaper: Newspaper,
  'notebook-pen': NotebookPen,
  landmark: Landmark,
  'graduation-cap': GraduationCap,
  megaphone: Megaphone,
  radio: Radio,
  clapperboard: Clapperboard,
  'book-open-text': BookOpenText,
  'chart-no-axes-combined': ChartNoAxesCombined,
  'clipboard-list': ClipboardList,
  'file-user': FileUser,
  presentation: Presentation,
  replace: Replace,
  languages: Languages,
}

/** A tool names its icon; only those in use are part of the app. */
export function ToolIcon(props: { icon: string; size?: number }) {
  return <Dynamic component={icons[props.icon] ?? FileText} size={props.size ?? 18} aria-hidden="true" />
}
