/** 墨舟: a boat whose sail is a brush stroke. */
export function BrandMark(props: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={props.size ?? 30} height={props.size ?? 30} aria-hidden="true" class="shrink-0">
      <rect width="32" height="32" rx="8" class="fill-accent" />
      <g class="fill-on-accent">
        <path d="M16.6 5.2c4.6 2.7 7.2 7 7.6 12.3h-7.600z" />
        <path d="M14.5 9c-3.300 2-5.200 5-5.700 8.500h5.700z" opacity=".72" />
        <path d="M5 20h22c-1.300 4.200-4.900 6.800-11 6.800S6.300 24.200 5 20z" />
      </g>
    </svg>
  )
}
