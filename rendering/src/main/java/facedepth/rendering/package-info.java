/** A software rasteriser with lights. */
package facedepth.rendering;
