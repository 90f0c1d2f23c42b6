/** How models name the blocks of their thoughts: most of them think, Gemini's compatible endpoint writes <thought>, Kimi ◁think▷. */
export const thoughtNames: readonly string[] = ['think', 'thinking', 'thought']

/** A text that speaks of such a tag by its name. */
export const thoughtTag = /[<◁](?:think|thought)/i
