/** The command line. */
package facedepth.app;
