/**
 * “AI生成” in Noto Sans SC Medium (SIL Open Font License 1.1), as outlines on a square of 1000: no font of the machine is asked, so that every
 * file carries the same mark.
 */
const words =
  'M0 880 244 143H378L622 880H499L380 480Q362 420 345 358Q328 297 311 235H307Q291 298 274 359Q256 420 238 480L119 880ZM138 671V579H482V671ZM719 880V143H835V880ZM1139 225H1833V317H1139ZM1096 518H1796V609H1096ZM984 841H1882V933H984ZM1384 36H1482V887H1384ZM1156 50 1254 72Q1232 149 1202 224Q1171 298 1135 362Q1099 425 1060 473Q1050 465 1034 454Q1019 444 1003 434Q987 423 974 417Q1015 373 1049 314Q1083 256 1110 188Q1138 120 1156 50ZM2107 411H2347V498H2107ZM2311 411H2403Q2403 411 2403 418Q2403 425 2402 434Q2402 443 2402 449Q2400 558 2397 627Q2394 696 2388 732Q2382 769 2371 783Q2358 799 2343 806Q2328 813 2306 816Q2287 819 2255 819Q2223 819 2187 818Q2186 797 2179 772Q2172 747 2161 729Q2192 732 2219 733Q2246 734 2259 734Q2269 734 2276 732Q2284 729 2290 723Q2297 714 2301 684Q2305 653 2308 591Q2310 529 2311 426ZM2600 91 2658 34Q2688 49 2721 68Q2754 88 2783 108Q2812 128 2831 145L2771 209Q2753 192 2724 171Q2696 150 2664 129Q2631 108 2600 91ZM2733 357 2828 380Q2765 575 2654 722Q2544 869 2393 960Q2387 949 2374 934Q2361 920 2348 906Q2335 891 2324 882Q2473 802 2576 668Q2679 534 2733 357ZM2113 197H2886V290H2113ZM2050 197H2149V484Q2149 539 2145 603Q2141 667 2130 734Q2119 800 2098 862Q2077 924 2042 973Q2035 964 2020 951Q2004 938 1988 926Q1973 915 1962 909Q2003 849 2022 774Q2040 700 2045 624Q2050 548 2050 483ZM2462 37H2561Q2560 169 2570 290Q2580 412 2599 516Q2618 620 2644 697Q2670 774 2702 817Q2735 860 2769 860Q2789 860 2799 818Q2809 776 2813 679Q2830 695 2853 710Q2876 725 2895 732Q2887 821 2872 870Q2857 919 2830 938Q2804 957 2762 957Q2710 957 2668 922Q2625 887 2592 823Q2558 759 2534 673Q2511 587 2495 484Q2479 381 2471 268Q2463 154 2462 37Z'
const wordsWidth = 2_931
/** What a character of the words takes of the square's height. */
const characterHeight = 0.9

/** Text height at least 5 % of the shorter side, at an edge or corner (GB 45438-2025); never below what can be read. */
const share = 0.05
const leastPixels = 12

export interface VisibleMark {
  svg: string
  width: number
  height: number
  left: number
  top: number
  /** Of the words, in pixels of the picture. */
  textHeight: number
}

/** The visible mark for a picture of that size: a dark pill at the bottom right. Smaller pictures than the pill have it cut to their size. */
export function visibleMark(picture: { width: number; height: number }): VisibleMark {
  const textHeight = Math.max(leastPixels, Math.ceil(Math.min(picture.width, picture.height) * share))
  const em = Math.ceil(textHeight / characterHeight)
  const scale = em / 1_000
  const padding = Math.round(em * 0.5)
  const width = Math.min(picture.width, Math.ceil(wordsWidth * scale) + padding * 2)
  const height = Math.min(picture.height, Math.ceil(em * 1.5))
  const margin = Math.round(em * 0.4)
  const inset = { x: padding, y: Math.round((height - em) / 2) }
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" rx="${Math.round(height * 0.28)}" fill="#000" fill-opacity="0.45"/>` +
    `<path transform="translate(${inset.x} ${inset.y}) scale(${scale})" fill="#fff" d="${words}"/></svg>`
  const left = Math.max(0, picture.width - width - margin)
  const top = Math.max(0, picture.height - height - margin)
  return { svg, width, height, left, top, textHeight }
}
