import { configure } from '@solidjs/testing-library'

// The library gives up after a second, which a busy machine may need for one rendering.
configure({ asyncUtilTimeout: 15_000 })
