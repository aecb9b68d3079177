/** Networks on libtorch: the only package that knows Bytedeco. */
package facedepth.networks.torch;
