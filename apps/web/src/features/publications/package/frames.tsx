import type { JSX } from 'solid-js'

interface FrameProps {
  /** Read out, not shown. */
  label: string
  /** 抖音 and 快手 show a film or a set of pictures on black. */
  isDark?: boolean
  children: JSX.Element
}

/** A phone of usual width. Platforms are light whatever the reader's own theme is; what is inside scrolls. */
export function PhoneFrame(props: FrameProps) {
  return (
    <section
      aria-label={props.label}
      tabindex="0"
      class={`mx-auto h-[42rem] w-full max-w-[23.5rem] overflow-y-auto overscroll-contain rounded-[1.75rem] border-[6px] border-line-strong bg-surface text-ink shadow-soft ${props.isDark === true ? '[color-scheme:dark]' : '[color-scheme:light]'}`}
    >
      {props.children}
    </section>
  )
}

/** A window of a browser on a desk; its page is as wide as there is room. */
export function DesktopFrame(props: FrameProps & { address: string }) {
  return (
    <section
      aria-label={props.label}
      tabindex="0"
      class="max-h-[42rem] w-full overflow-y-auto overscroll-contain rounded-lg border border-line-strong bg-surface text-ink shadow-soft [color-scheme:light]"
    >
      <div
        aria-hidden="true"
        class="sticky top-0 z-10 flex items-center gap-1.5 border-b border-line bg-sunken px-3 py-2 text-xs text-ink-3"
      >
        <span class="size-2.5 rounded-full bg-line-strong" />
        <span class="size-2.5 rounded-full bg-line-strong" />
        <span class="size-2.5 rounded-full bg-line-strong" />
        <span class="ml-2 truncate rounded-full bg-surface px-3 py-0.5">{props.address}</span>
      </div>
      <div class="mx-auto max-w-[43rem] px-5 py-6">{props.children}</div>
    </section>
  )
}
