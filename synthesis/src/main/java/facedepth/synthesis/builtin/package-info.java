/**
 * A head of our own making: a solid blended from simple bodies, wrapped by a mesh with loops round
 * the eyes and the mouth, and moved by fields with names a person understands. Nothing in it is
 * measured from anyone; sizes are the usual ones of adults, in centimetres.
 */
package facedepth.synthesis.builtin;
