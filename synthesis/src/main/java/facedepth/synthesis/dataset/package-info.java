/**
 * Data sets of faces on disk: the layouts that they are written in and read from.
 *
 * <p>A sample counts as there when all of its files are; the last one written is the one that other
 * programs look for, and every file appears whole or not at all.
 */
package facedepth.synthesis.dataset;
