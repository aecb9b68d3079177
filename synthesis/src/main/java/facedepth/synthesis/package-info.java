/** Faces from a morphable model, posed, lit, degraded, with exact depth. */
package facedepth.synthesis;
