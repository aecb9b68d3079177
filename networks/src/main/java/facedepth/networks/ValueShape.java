package facedepth.networks;

/** The size of what flows through a network. */
sealed interface ValueShape permits ImageShape, TokenShape {}
